package org.convergence.advocacy.campaign.web;

import java.util.List;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A campaign led by others.
 *
 * @param leader its page in the directory
 * @param site its own site; {@code null} if unknown
 * @param campaignActs what the campaign did and obtained
 * @param ourActs our part
 * @param total our part, summed; {@code null} for none
 * @param form adds what it did, or a part of ours; {@code null} without the permission
 */
public record CampaignPage(
        String url,
        String name,
        String lead,
        String asked,
        String leader,
        String leaderName,
        @Nullable String site,
        List<CampaignActPart> campaignActs,
        List<CampaignActPart> ourActs,
        @Nullable String total,
        @Nullable Form form) {

    static final String LIST = "/advocacy/campaign";

    /**
     * Something that the campaign did, or a part of ours.
     *
     * @param url its address, to which gestures are added
     * @param realisation {@code null} for what the campaign did
     * @param tone {@code null} for no state
     */
    public record CampaignActPart(
            String url,
            String what,
            String detail,
            @Nullable String source,
            @Nullable String realisation,
            @Nullable Tone tone,
            String kind) {}

    /**
     * The list of campaigns.
     *
     * @param total our part in all of them since a year ago; {@code null} for none
     */
    public record CampaignListPage(
            List<CampaignItem> items, @Nullable String total, boolean mayFollow) {}

    /** A campaign in the list. */
    public record CampaignItem(String url, String name, String detail, Tone tone, String state) {}

    /** The form of a campaign. */
    public record CampaignFormPage(
            String key,
            @Nullable String name,
            String action,
            String cancel,
            Form form,
            ChooserField leader,
            List<Option> lines) {}

    static String url(CampaignId id) {
        return LIST + "/" + id.value();
    }
}
