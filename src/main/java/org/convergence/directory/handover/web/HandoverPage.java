package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that took place.
 *
 * @param note {@code null} where none was left
 * @param unread whether the reader took over and did not say yet that she read it
 */
public record HandoverPage(
        String person,
        String url,
        String passed,
        String lastDay,
        @Nullable SafeHtml note,
        List<HeldPart> passes,
        List<HeldPart> ends,
        List<HeldPart> remains,
        boolean unread) {}
