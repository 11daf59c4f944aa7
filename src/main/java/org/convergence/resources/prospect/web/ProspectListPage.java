package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.prospect.domain.ProspectCampaignService.CampaignFigures;
import org.jspecify.annotations.Nullable;

/**
 * Prospects by follower.
 *
 * @param tabs the open ones, and the closed ones
 */
public record ProspectListPage(
        String lead,
        List<Tab> tabs,
        List<FollowerProspects> parts,
        String csv,
        String xlsx,
        boolean mayFollow,
        boolean over) {

    /**
     * The prospects of one follower.
     *
     * @param list address of the list to print or to mail; {@code null} without a follower
     */
    public record FollowerProspects(
            String follower, @Nullable String list, List<ProspectListRow> rows) {}

    /**
     * A prospect.
     *
     * @param url {@code null} for a reader who may not open it
     * @param next the next step and its day, or the outcome
     */
    public record ProspectListRow(
            String name, @Nullable String url, String next, boolean late, Tone tone, String state) {}

    /** The campaigns of recruitment, the latest first. */
    public record ProspectCampaignListPage(List<CampaignPart> campaigns, boolean mayFollow) {}

    /**
     * A campaign with its figures.
     *
     * @param period its days, in words
     * @param isNow whether today is one of its days
     */
    public record CampaignPart(String edit, String name, String period, boolean isNow, List<CampaignFigures> figures) {

        /** The sums of all followers. */
        public CampaignTotals totals() {
            return new CampaignTotals(
                    figures.stream().mapToLong(CampaignFigures::opened).sum(),
                    figures.stream().mapToLong(CampaignFigures::contacts).sum(),
                    figures.stream().mapToLong(CampaignFigures::admitted).sum(),
                    figures.stream().mapToLong(CampaignFigures::declined).sum());
        }
    }

    /** The sums of a campaign. */
    public record CampaignTotals(long opened, long contacts, long admitted, long declined) {}

    /** The form of a campaign. */
    public record ProspectCampaignFormPage(Form form, String action, String url, boolean isNew) {}

    /**
     * The prospects that the reader follows.
     *
     * @param totals of all prospects, in words; {@code null} for readers who do not see them
     */
    public record OwnProspectsPage(
            List<ProspectListRow> rows, @Nullable String totals) {}

    /**
     * The prospects of one follower, to print or to mail.
     *
     * @param url of the list
     * @param letter the status of the last list mailed; {@code null} for none
     */
    public record FollowerPage(
            String name,
            String day,
            List<ProspectListRow> rows,
            String url,
            boolean maySend,
            @Nullable LetterStatus letter) {

        /** Whether the last list mailed can be taken back. */
        public boolean isWaiting() {
            return maySend && letter != null && letter.queued();
        }
    }
}
