-- Gifts with their donors, monthly commitments, and yearly accounts to donors. Money is in the ledger and in funds; a gift
-- joins the donor, the payment and the movement of the fund.

CREATE TABLE resources.gift_commitment (
    id           uuid           NOT NULL,
    version      integer        NOT NULL DEFAULT 1,
    organisation uuid,
    person       uuid,
    amount       numeric(16, 2) NOT NULL,
    currency     text           NOT NULL,
    method       text           NOT NULL,
    fund         uuid,
    day          integer        NOT NULL,
    first_month  date           NOT NULL,
    last_month   date,
    next_month   date,
    excused      text[]         NOT NULL,
    CONSTRAINT gift_commitment_pk PRIMARY KEY (id),
    CONSTRAINT gift_commitment_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_commitment_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_commitment_fund_fk FOREIGN KEY (fund) REFERENCES resources.fund (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_commitment_has_one_donor CHECK (num_nonnulls(organisation, person) = 1),
    CONSTRAINT gift_commitment_amount_is_above_zero CHECK (amount > 0),
    CONSTRAINT gift_commitment_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT gift_commitment_day_is_in_each_month CHECK (day BETWEEN 1 AND 28),
    CONSTRAINT gift_commitment_months_are_first_days CHECK (extract(day FROM first_month) = 1
        AND extract(day FROM coalesce(last_month, first_month)) = 1 AND extract(day FROM coalesce(next_month, first_month)) = 1)
);
COMMENT ON TABLE resources.gift_commitment IS 'A gift promised each month; each month that came is a gift of its own';
COMMENT ON COLUMN resources.gift_commitment.next_month IS 'The earliest month that is neither received nor excused; null after the last';
COMMENT ON COLUMN resources.gift_commitment.excused IS 'Months, as 2026-05, that will not come';
CREATE INDEX gift_commitment_by_organisation ON resources.gift_commitment (organisation);
CREATE INDEX gift_commitment_by_person ON resources.gift_commitment (person);
CREATE INDEX gift_commitment_by_next_month ON resources.gift_commitment (next_month, id);
SELECT platform.audit_attach('resources.gift_commitment');

CREATE TABLE resources.gift (
    id              uuid           NOT NULL,
    version         integer        NOT NULL DEFAULT 1,
    number          integer        NOT NULL,
    organisation    uuid,
    person          uuid,
    received_on     date           NOT NULL,
    amount          numeric(16, 2) NOT NULL,
    currency        text           NOT NULL,
    home_amount     numeric(16, 2) NOT NULL,
    method          text           NOT NULL,
    reference       text           NOT NULL,
    description     text           NOT NULL,
    remark          text           NOT NULL,
    fund            uuid,
    commitment      uuid,
    month           date,
    payment         uuid,
    movement        uuid,
    reversed_on     date,
    reversal_reason text           NOT NULL,
    CONSTRAINT gift_pk PRIMARY KEY (id),
    CONSTRAINT gift_number_key UNIQUE (number),
    CONSTRAINT gift_payment_key UNIQUE (payment),
    CONSTRAINT gift_movement_key UNIQUE (movement),
    CONSTRAINT gift_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_fund_fk FOREIGN KEY (fund) REFERENCES resources.fund (id) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_commitment_fk FOREIGN KEY (commitment) REFERENCES resources.gift_commitment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_payment_fk FOREIGN KEY (payment) REFERENCES resources.ledger_payment (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_movement_fk FOREIGN KEY (movement) REFERENCES resources.fund_movement (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_has_at_most_one_donor CHECK (num_nonnulls(organisation, person) <= 1),
    CONSTRAINT gift_method_is_known CHECK (method IN ('CHEQUE', 'TRANSFER', 'CASH', 'CARD', 'IN_KIND')),
    CONSTRAINT gift_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT gift_money_is_in_the_ledger CHECK (CASE WHEN method = 'IN_KIND'
        THEN amount >= 0 AND payment IS NULL AND movement IS NULL AND commitment IS NULL AND description <> ''
        ELSE amount > 0 AND payment IS NOT NULL AND (movement IS NOT NULL) = (fund IS NOT NULL) END),
    CONSTRAINT gift_month_is_of_a_commitment CHECK ((month IS NULL) = (commitment IS NULL)
        AND extract(day FROM coalesce(month, '2000-01-01')) = 1),
    CONSTRAINT gift_reversal_has_a_reason CHECK ((reversed_on IS NULL) = (reversal_reason = '')),
    CONSTRAINT gift_texts_are_short CHECK (length(reference) <= 100 AND length(description) <= 300
        AND length(remark) <= 500 AND length(reversal_reason) <= 300)
);
COMMENT ON TABLE resources.gift IS 'A gift received; anonymous without a donor. It is reversed, never deleted';
COMMENT ON COLUMN resources.gift.home_amount IS 'In the currency of the books, by the rate of the day';
COMMENT ON COLUMN resources.gift.description IS 'What was given in kind';
COMMENT ON COLUMN resources.gift.payment IS 'Its payment in the ledger; null in kind';
COMMENT ON COLUMN resources.gift.movement IS 'Its movement in the fund; null if it may serve anything';
CREATE INDEX gift_by_day ON resources.gift (received_on, id);
CREATE INDEX gift_by_organisation ON resources.gift (organisation, received_on) WHERE organisation IS NOT NULL;
CREATE INDEX gift_by_person ON resources.gift (person, received_on) WHERE person IS NOT NULL;
CREATE INDEX gift_by_fund ON resources.gift (fund, received_on, id) WHERE fund IS NOT NULL;
CREATE UNIQUE INDEX gift_one_of_a_month ON resources.gift (commitment, month)
    WHERE commitment IS NOT NULL AND reversed_on IS NULL;
SELECT platform.audit_attach('resources.gift');

CREATE TABLE resources.gift_account (
    id           uuid    NOT NULL,
    year         integer NOT NULL,
    organisation uuid,
    person       uuid,
    CONSTRAINT gift_account_pk PRIMARY KEY (id),
    CONSTRAINT gift_account_organisation_fk FOREIGN KEY (organisation) REFERENCES directory.people_organisation (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_account_person_fk FOREIGN KEY (person) REFERENCES directory.people_person (id)
        DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT gift_account_has_one_donor CHECK (num_nonnulls(organisation, person) = 1)
);
COMMENT ON TABLE resources.gift_account IS 'The account of a year to a donor, once it is sent or handed over';
CREATE INDEX gift_account_by_year ON resources.gift_account (year);
CREATE INDEX gift_account_by_organisation ON resources.gift_account (organisation);
CREATE INDEX gift_account_by_person ON resources.gift_account (person);
SELECT platform.audit_attach('resources.gift_account');
