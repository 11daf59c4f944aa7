package org.convergence.advocacy.campaign;

/** What an act of a campaign is: what its leaders did or obtained, or a part of ours. */
public enum CampaignActKind {
    /** What its leaders did. */
    LED(false),
    /** What the campaign obtained. */
    RESULT(false),
    /** Materials of the campaign that we relayed, counted in copies. */
    RELAYED(true),
    /** Letters and signatures that we gathered. */
    LETTERS(true),
    /** Members that we mobilised. */
    MOBILISED(true),
    /** Another part of ours. */
    OTHER(true);

    private final boolean ours;

    CampaignActKind(boolean ours) {
        this.ours = ours;
    }

    /** Whether it is a part of ours. */
    public boolean isOurs() {
        return ours;
    }

    /** The message key of its name. */
    public String key() {
        return "campaign.kind." + name();
    }
}
