package org.convergence.directory.segment;

/** The reason why a person of a segment gets no letter. */
public enum AudienceExclusion {
    NO_ADDRESS,
    /** Letters to the address failed. */
    BOUNCED,
    /** The person withdrew (R-CASL-12). */
    WITHDRAWN,
    /** The basis expired (R-CASL-8). */
    EXPIRED,
    /** Gifts and volunteer work count for a registered charity only (R-CASL-4). */
    CHARITY,
    /** Appeals for gifts need their own consent (R-L25-9). */
    OWN_CONSENT,
    /** The origin of the address is unknown (R-CASL-11c). */
    UNKNOWN,
    /** No basis is recorded. */
    NOTHING,
    /** A published or disclosed address, and a letter that does not concern the person's function (R-CASL-7). */
    ROLE,
    /** The person's organisation already got a letter within a week. */
    WEEK;

    /** Message key of the reason. */
    public String key() {
        return "segment.excluded." + name();
    }

    /** Message key of the lawful way forward. */
    public String wayKey() {
        return "segment.way." + name();
    }
}
