package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.resources.prospect.web.ProspectListPage.ProspectListRow;
import org.jspecify.annotations.Nullable;

/**
 * The prospects of one follower, to print or to mail.
 *
 * @param send address that mails it
 */
public record FollowerPage(
        String name,
        String day,
        List<ProspectListRow> rows,
        String send,
        boolean maySend,
        @Nullable String letter) {}
