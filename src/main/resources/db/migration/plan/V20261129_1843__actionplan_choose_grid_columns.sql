-- The columns of the planning grid that each user hides.

CREATE TABLE plan.actionplan_grid_columns (
    account uuid   NOT NULL,
    hidden  text[] NOT NULL,
    CONSTRAINT actionplan_grid_columns_pk PRIMARY KEY (account),
    CONSTRAINT actionplan_grid_columns_account_fk FOREIGN KEY (account) REFERENCES identity.account (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT actionplan_grid_columns_are_few CHECK (cardinality(hidden) <= 20)
);
COMMENT ON TABLE plan.actionplan_grid_columns IS 'Columns of the planning grid that a user hides, on all plans';
