-- As every key: checked at the end of a transaction that asks for it, so that a backup loads its tables in any order.
ALTER TABLE plan.time_contract ALTER CONSTRAINT time_contract_approver_fk DEFERRABLE INITIALLY IMMEDIATE;
