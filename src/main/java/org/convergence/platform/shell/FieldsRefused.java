package org.convergence.platform.shell;

import java.util.List;

/** Fields of an API request that are unreadable or invalid: answered with 422 and the list of them. */
public class FieldsRefused extends RuntimeException {

    private final transient List<Form.FieldProblem> problems;

    public FieldsRefused(List<Form.FieldProblem> problems) {
        super("fields refused");
        this.problems = List.copyOf(problems);
    }

    public List<Form.FieldProblem> problems() {
        return problems;
    }
}
