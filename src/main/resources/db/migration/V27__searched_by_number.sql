-- A person has the number of an interchange (ISA13, UNB 0020) or of a message, and asks for the lots in it. Each payload but the
-- first of a message has its place behind the number.
create index interchange_control_number on interchange (control_number);
create index inbox_message_number on inbox (split_part(message_id, ' #', 1));
