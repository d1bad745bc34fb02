-- Videos do not compress, and a part of a piece is read without the rest of it.
ALTER TABLE stored_file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
