package org.convergence.outreach.relay.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.relay.RelayKitId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * A kit.
 *
 * @param url where the text is on line; {@code null} for nowhere
 * @param alternative the picture in words
 * @param publishBefore the last day on which it makes sense to publish; {@code null} for none
 * @param segment the communication contacts to whom it goes
 */
public record RelayKit(
        RelayKitId id,
        int version,
        String title,
        String body,
        @Nullable String url,
        @Nullable DocumentId picture,
        @Nullable String alternative,
        String licence,
        @Nullable LocalDate publishBefore,
        @Nullable SegmentId segment,
        @Nullable ActionId action,
        @Nullable Instant sentAt) {

    /** The content of a kit, without its picture. */
    public record RelayKitFacts(
            String title,
            String body,
            @Nullable String url,
            @Nullable String alternative,
            String licence,
            @Nullable LocalDate publishBefore,
            @Nullable SegmentId segment,
            @Nullable ActionId action) {}
}
