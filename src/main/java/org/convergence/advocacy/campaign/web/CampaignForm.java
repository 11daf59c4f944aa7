package org.convergence.advocacy.campaign.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.campaign.domain.CampaignQueries.CampaignRow;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActFacts;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActKind;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignFacts;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.springframework.stereotype.Component;

/** The fields of a campaign, and of what it did or our part in it. */
@Component
public record CampaignForm(PartyChooser chooser, PlanLineOptions lines) {

    public static final Field<String> NAME = Field.text("name", "campaign.field.name", 200);
    public static final Field<String> THEME =
            Field.text("theme", "campaign.field.theme", 100).optional();
    public static final Field<LocalDate> STARTS = Field.date("startsOn", "campaign.field.starts_on");
    public static final Field<LocalDate> ENDS =
            Field.date("endsOn", "campaign.field.ends_on").optional();
    public static final Field<String> ASKED = Field.text("asked", "campaign.field.asked", 2_000);
    public static final Field<String> URL =
            Field.text("url", "campaign.field.url", 1_000).optional();

    public static final Field<CampaignActKind> KIND =
            Field.choice("kind", "campaign.field.kind", List.of(CampaignActKind.values()), CampaignActKind::key);
    public static final Field<LocalDate> DAY = Field.date("day", "campaign.field.happened_on");
    public static final Field<String> WHAT = Field.text("what", "campaign.field.what", 300);
    public static final Field<Integer> QUANTITY = Field.wholeNumber("quantity", "campaign.field.quantity", 0, 1_000_000)
            .optional();
    public static final Field<BigDecimal> HOURS = Field.of(
                    "hours", "campaign.field.hours", answers -> answers.optionalHours("hours", 9_999), BigDecimal.ZERO)
            .optional();
    public static final Field<String> SOURCE =
            Field.text("source", "campaign.field.source", 500).optional();

    static final String LEADER = "leader";
    private static final String LINE = "line";

    private static final FormFields<CampaignRow> FIELDS = FormFields.of(
            NAME.from(CampaignRow::name),
            THEME.from(CampaignRow::theme),
            STARTS.from(CampaignRow::startsOn),
            ENDS.from(CampaignRow::endsOn),
            ASKED.from(CampaignRow::asked),
            URL.from(CampaignRow::url));

    static Form open(CampaignRow it) {
        return FIELDS.open(it).atVersion(it.version()).with(LEADER, it.leader()).with(LINE, it.line());
    }

    CampaignFacts read(FormValues answers) {
        ChosenParties<OrganisationId> leader = chooser.chosenOrganisations(answers.form(), LEADER, 1);
        if (leader.isEmpty() && answers.form().problem(LEADER) == null) {
            answers.reject(LEADER, "shell.form.required");
        }
        String url = answers.textOrEmpty(URL);
        if (!url.isEmpty() && !url.matches("https?://[^\\s<>\"]+")) {
            answers.reject(URL.name(), "campaign.refused.url");
        }
        UUID line = answers.optionalId(LINE);
        return new CampaignFacts(
                leader,
                answers.get(NAME).replaceAll("\\s+", " "),
                answers.textOrEmpty(THEME),
                answers.get(STARTS),
                answers.find(ENDS),
                answers.get(ASKED),
                url,
                line == null ? null : new ActionId(line));
    }

    static CampaignActFacts readAct(FormValues answers) {
        return new CampaignActFacts(
                answers.get(KIND),
                answers.get(DAY),
                answers.get(WHAT).replaceAll("\\s+", " "),
                answers.find(QUANTITY),
                answers.find(HOURS),
                answers.textOrEmpty(SOURCE));
    }

    ChooserField leader(Form form) {
        return chooser.organisations(form, LEADER, 1, List.of());
    }

    List<Option> lines(Form form) {
        return lines.find(form, "line");
    }
}
