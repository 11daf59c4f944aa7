-- Evaluations of a project: what is asked, what is found, and what follows from it.

CREATE TABLE cooperation.project_evaluation (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    project    uuid    NOT NULL,
    made_by    text    NOT NULL,
    evaluator  text    NOT NULL DEFAULT '',
    questions  text    NOT NULL,
    planned_on date,
    done_on    date,
    conclusion text    NOT NULL DEFAULT '',
    CONSTRAINT project_evaluation_pk PRIMARY KEY (id),
    CONSTRAINT project_evaluation_project_fk FOREIGN KEY (project) REFERENCES cooperation.project (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_evaluation_made_by_is_known CHECK (made_by IN ('US', 'PARTNER', 'THIRD')),
    CONSTRAINT project_evaluation_texts_are_bounded CHECK (length(evaluator) <= 300 AND length(questions) BETWEEN 1 AND 4000
        AND length(conclusion) <= 4000)
);
COMMENT ON TABLE cooperation.project_evaluation IS 'An evaluation of a project, by us, by the partners or by a third party';
COMMENT ON COLUMN cooperation.project_evaluation.evaluator IS 'The function or organisation that evaluates; may be empty';
CREATE INDEX project_evaluation_by_project ON cooperation.project_evaluation (project);
SELECT platform.audit_attach('cooperation.project_evaluation');

CREATE TABLE cooperation.project_finding (
    id         uuid    NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    evaluation uuid    NOT NULL,
    finding    text    NOT NULL,
    follow_up  text    NOT NULL DEFAULT '',
    due_on     date,
    done_on    date,
    CONSTRAINT project_finding_pk PRIMARY KEY (id),
    CONSTRAINT project_finding_evaluation_fk FOREIGN KEY (evaluation) REFERENCES cooperation.project_evaluation (id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT project_finding_texts_are_bounded CHECK (length(finding) BETWEEN 1 AND 2000 AND length(follow_up) <= 2000),
    CONSTRAINT project_finding_follow_up_is_said CHECK (follow_up <> '' OR num_nonnulls(due_on, done_on) = 0)
);
COMMENT ON TABLE cooperation.project_finding IS 'What an evaluation found, and what is done about it';
CREATE INDEX project_finding_by_evaluation ON cooperation.project_finding (evaluation);
SELECT platform.audit_attach('cooperation.project_finding');
