package org.convergence.platform.shell;

import java.util.List;

/** Fields of an API request that are unreadable or invalid: answered with 422 and the list of them. */
public class FieldsRefused extends RuntimeException {

    private final transient List<Form.Problem> problems;

    public FieldsRefused(List<Form.Problem> problems) {
        super("fields refused");
        this.problems = List.copyOf(problems);
    }

    public List<Form.Problem> problems() {
        return problems;
    }
}
