-- A backup is restored with all foreign keys deferred, since its tables come in no order.
ALTER TABLE resources.spending_line ALTER CONSTRAINT spending_line_budget_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.spending_split ALTER CONSTRAINT spending_split_expense_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.spending_split ALTER CONSTRAINT spending_split_line_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.grant_agreement_due ALTER CONSTRAINT grant_agreement_due_agreement_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.grant_call ALTER CONSTRAINT grant_call_renews_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.grant_application ALTER CONSTRAINT grant_application_call_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.grant_application_line ALTER CONSTRAINT grant_application_line_fk DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE resources.grant_answer ALTER CONSTRAINT grant_answer_application_fk DEFERRABLE INITIALLY IMMEDIATE;
