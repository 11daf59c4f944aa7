package org.convergence.platform.shell;

import java.util.List;

/** Fields that a program sent and that cannot be read or do not fit: answered with 422 and the list of them. */
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
