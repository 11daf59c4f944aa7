package org.convergence.resources.dues.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The letters of a call that have not left, to be marked as delivered otherwise. */
public record DeliveredPage(String call, String url, List<LetterRow> letters, List<Option> methods, Form form) {

    /** A letter, with its kind and state. */
    public record LetterRow(UUID id, String member, String detail) {}
}
