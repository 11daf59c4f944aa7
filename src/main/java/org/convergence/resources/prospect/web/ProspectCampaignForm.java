package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormFields;
import org.convergence.resources.prospect.domain.ProspectCampaignService.ProspectCampaign;

/** The fields of a campaign of recruitment. */
public final class ProspectCampaignForm {

    public static final Field<String> NAME = Field.text("name", "prospect.field.campaign", 120);
    public static final Field<LocalDate> STARTS = Field.date("startsOn", "prospect.field.starts_on");
    public static final Field<LocalDate> ENDS = Field.date("endsOn", "prospect.field.ends_on");

    static final FormFields<ProspectCampaign> FIELDS = FormFields.of(
            NAME.from(ProspectCampaign::name),
            STARTS.from(ProspectCampaign::startsOn),
            ENDS.from(ProspectCampaign::endsOn));

    private ProspectCampaignForm() {}
}
