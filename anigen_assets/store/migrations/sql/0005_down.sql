-- Summaries above the season and of scenes are made again when the schema comes back up.

DROP INDEX ix_characters_principals;
ALTER TABLE characters DROP COLUMN seen_number;
DROP INDEX ix_narrative_context_words;
DROP FUNCTION context_words(text, integer);
CREATE INDEX ix_narrative_context_words ON narrative_context
    USING gin (to_tsvector('english'::regconfig, text)) WITH (fastupdate = off);
DELETE FROM narrative_context WHERE level IN ('scene', 'saga', 'age', 'aeon');
ALTER TABLE narrative_context DROP CONSTRAINT ck_narrative_context_level;
ALTER TABLE narrative_context ADD CONSTRAINT ck_narrative_context_level
    CHECK (level IN ('scene', 'episode', 'arc', 'season'));
