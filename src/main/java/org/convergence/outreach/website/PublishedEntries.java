package org.convergence.outreach.website;

import java.util.List;
import org.convergence.outreach.website.PublishedEntrySource.FeedTag;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.jspecify.annotations.Nullable;

/** What modules have published for everyone, for those that tell of it elsewhere. */
public interface PublishedEntries {

    /**
     * What happens from today on, or still lasts, the next first.
     *
     * @param language of the reader; {@code null} for all
     */
    List<PublishedEntry> findComing(@Nullable String language);

    /**
     * The latest entries.
     *
     * @param tag {@code null} for all
     * @param language of the reader; {@code null} for all
     */
    List<PublishedEntry> findLatest(@Nullable FeedTag tag, @Nullable String language, int limit);
}
