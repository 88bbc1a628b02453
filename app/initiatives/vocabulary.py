"""How stages and origins of an idea are called."""

from app.initiatives.model import Origin, Stage
from app.language import Message, say

STAGES: dict[Stage, Message] = {
    Stage.IDEA: say("Idea"),
    Stage.TALK: say("Talk"),
    Stage.TEAM: say("Team"),
    Stage.GOING: say("Going on"),
    Stage.DONE: say("Done"),
    Stage.LAID_ASIDE: say("Laid aside"),
}
ORIGINS: dict[Origin, Message] = {
    Origin.RESIDENT: say("Residents"),
    Origin.YOUTH: say("Young people"),
    Origin.SCHOOL: say("School"),
    Origin.NGO: say("Association"),
    Origin.MUNICIPALITY: say("Municipality"),
}
WAY = (Stage.IDEA, Stage.TALK, Stage.TEAM, Stage.GOING, Stage.DONE)
"""The stages on the way, in their order."""
