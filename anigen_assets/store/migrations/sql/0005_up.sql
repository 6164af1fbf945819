-- The director's memory: levels above the season, words found within a time, and when somebody was last seen.

ALTER TABLE narrative_context DROP CONSTRAINT ck_narrative_context_level;
ALTER TABLE narrative_context ADD CONSTRAINT ck_narrative_context_level
    CHECK (level IN ('scene', 'episode', 'arc', 'season', 'saga', 'age', 'aeon'));

-- Beside its words a summary is found by its era of 64 episodes: a name that is in every episode, asked for within
-- an era, costs a few rows and not a hundred thousand.
CREATE FUNCTION context_words(text text, first_number integer) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('english'::regconfig, text || ' era' || ((first_number - 1) / 64)::text);
DROP INDEX ix_narrative_context_words;
CREATE INDEX ix_narrative_context_words ON narrative_context
    USING gin (context_words(text, first_number)) WITH (fastupdate = off);

ALTER TABLE characters ADD COLUMN seen_number integer; -- newest episode that is canon and shows them; null: none
UPDATE characters c SET seen_number = seen.number
FROM (
    SELECT s.series_id, who, max(s.number) AS number
    FROM scenes s JOIN episodes e USING (series_id, number), unnest(string_to_array(s."cast", ',')) AS who
    WHERE e.state = 'retired' GROUP BY s.series_id, who
) seen
WHERE seen.series_id = c.series_id AND seen.who = c.character_id;
CREATE INDEX ix_characters_principals ON characters (series_id, seen_number) WHERE role <> 'minor';
