-- Which blobs no file names, asked by housekeeping.
CREATE INDEX files_by_blob ON files (blob);
