-- One file for each subject (一户一档): the records that name it. Versions without subjects are not in the index.
create index record_version_subject on record_version using gin ((content -> 'subjects') jsonb_path_ops) where content -> 'subjects' <> '[]'::jsonb;
