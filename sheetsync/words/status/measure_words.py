"""What is known of a measure where its status is read."""

from sheetsync.model import Milestone
from sheetsync.model.frozen import frozen


@frozen
class MeasureWords:
    """What the words of a measure tell whoever reads its status; the text is "" where unknown."""

    text: str = ""
    milestones: tuple[Milestone, ...] = ()


UNTOLD = MeasureWords()
