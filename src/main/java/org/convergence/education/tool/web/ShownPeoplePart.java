package org.convergence.education.tool.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The people that editions show, with their consents.
 *
 * @param toTakeBack what to do with copies of an edition of which a consent ended; empty for nothing
 * @param add where a consent is added, by edition; empty without the permission
 */
public record ShownPeoplePart(List<ConsentRow> rows, List<String> toTakeBack, List<EditionLink> add) {

    /**
     * A consent.
     *
     * @param act where it is withdrawn, or the withdrawal taken back; {@code null} without the permission
     * @param remove where one that is over is removed once it is replaced; {@code null} if it cannot be
     */
    public record ConsentRow(
            String shown,
            String detail,
            Tone tone,
            String state,
            boolean isWithdrawn,
            @Nullable String act,
            @Nullable String remove) {}

    /** An edition, and where a consent is added to it. */
    public record EditionLink(String label, String url) {}
}
