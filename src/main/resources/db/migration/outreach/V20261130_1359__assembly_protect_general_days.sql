-- The application's default privileges gave it more than reading.
REVOKE INSERT, UPDATE, DELETE ON outreach.assembly_general_day FROM ${application};
