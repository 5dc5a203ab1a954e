"""What several tests are tried on."""
