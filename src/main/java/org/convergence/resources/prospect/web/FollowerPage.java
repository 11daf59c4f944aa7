package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.resources.prospect.web.ProspectsPage.Row;
import org.jspecify.annotations.Nullable;

/**
 * The list of whom one person follows, to print or to mail.
 *
 * @param send where it is mailed
 */
public record FollowerPage(
        String name,
        String day,
        List<Row> rows,
        String send,
        boolean maySend,
        @Nullable String letter) {}
