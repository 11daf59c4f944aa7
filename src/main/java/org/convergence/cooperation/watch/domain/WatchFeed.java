package org.convergence.cooperation.watch.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A feed about a country.
 *
 * @param isOn whether it is read
 * @param readAt the last reading that succeeded; {@code null} for none
 * @param freshAt when it last held something new; {@code null} for never
 * @param failingSince the first of the readings that failed; {@code null} if the last one succeeded
 * @param problem why the last reading failed; {@code null} if it succeeded
 */
public record WatchFeed(
        WatchFeedId id,
        int version,
        String country,
        String title,
        String url,
        boolean isOn,
        @Nullable Instant readAt,
        @Nullable Instant freshAt,
        @Nullable Instant failingSince,
        int failures,
        @Nullable String problem,
        @Nullable String etag,
        @Nullable String lastModified) {

    /** Why the last reading failed; {@code null} if it succeeded. */
    public @Nullable FetchProblem readProblem() {
        return FetchProblem.read(problem);
    }

    /** How healthy the feed is at a moment. */
    public FeedHealth health(Instant now) {
        return WatchPolicy.health(isOn, failures, readAt, freshAt, now);
    }

    /** The health of a feed, the worst first: silence is not calm (R-WATCH-1). */
    public enum FeedHealth {
        /** The last reading failed. */
        FAILING(Tone.BAD),
        /** The application has not read it for days. */
        UNREAD(Tone.BAD),
        /** Turned off: nothing arrives. */
        OFF(Tone.WARN),
        /** Added, and not read yet. */
        NEW(Tone.AHEAD),
        /** It is read, and says nothing new. */
        SILENT(Tone.WARN),
        FINE(Tone.OK);

        private final Tone tone;

        FeedHealth(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "watch.health." + name();
        }
    }

    /** A feed about a country. */
    public record WatchFeedId(UUID value) implements Identifier {}

    /** An entry of a feed. */
    public record WatchEntryId(UUID value) implements Identifier {}
}
