-- Documents that were written when their events were stored had the word "delivery" in their file names instead of the delivery's
-- number, so that one could take the place of another in a partner's folder. What is not delivered yet gets its number.
update delivery set file_name = replace(file_name, '_delivery_', id::text)
where position('_delivery_' in file_name) > 0 and state in ('WRITTEN', 'PARKED');
