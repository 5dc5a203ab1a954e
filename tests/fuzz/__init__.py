"""Whatever comes in ends in findings or a report: inputs by chance from seeds, each within time and memory."""
