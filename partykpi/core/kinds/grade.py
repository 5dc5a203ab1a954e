"""grade: a grade such as "good" of a list from the best to the worst, to be held every year."""

from __future__ import annotations

from partykpi.core.kinds import rank
from partykpi.text import Text

KIND = rank.KIND._replace(
    name="grade",
    label=Text("grade every year", "xếp loại hằng năm"),
    example=Text("good or better every year", "năm nào cũng xếp loại tốt trở lên"),
    graded=True,
    every=("year",),
    manual=Text(
        "Each year's grade is held against the goal, which a better grade meets too. Attainment is years met ÷ years "
        "reported; one lost year decides, for it cannot be won back.",
        "Xét xếp loại từng năm so với chỉ tiêu; loại cao hơn cũng là đạt. Tỷ lệ đạt là số năm đạt ÷ số năm có số liệu; "
        "chỉ cần một năm không đạt thì chỉ tiêu không thể đạt, vì không thể bù lại.",
    ),
)
