-- Rows are numbered here as in every other table, and as in the embedded database.
ALTER TABLE ephemeral_keys DROP CONSTRAINT ephemeral_keys_pkey;
ALTER TABLE ephemeral_keys ADD COLUMN position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
ALTER TABLE ephemeral_keys ADD CONSTRAINT ephemeral_keys_id_key UNIQUE (id);
