"""Pure storytelling: bible, plan, canon, continuity and calendar; standard library and pydantic only."""
