package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerAgreementFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerDueFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerStage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The fields of a partner, of what is due, and of an agreement. */
@Component
public record PartnerForm(PartyChooser chooser) {

    /** Which side owes. */
    public enum DueSide {
        OURS,
        THEIRS;

        String key() {
            return "partner.due." + name();
        }
    }

    public static final Field<PartnerStage> STAGE =
            Field.choice("stage", "partner.field.stage", List.of(PartnerStage.values()), PartnerStage::key);
    public static final Field<PartnerStage> ANY_STAGE = STAGE.optional();
    public static final Field<String> COUNTRIES =
            Field.text("countries", "partner.field.countries", 500).optional();
    public static final Field<String> NOTES =
            Field.text("notes", "partner.field.notes", 4_000).optional();
    public static final Field<DueSide> SIDE =
            Field.choice("side", "partner.field.side", List.of(DueSide.values()), DueSide::key);
    public static final Field<String> WHAT = Field.text("what", "partner.field.what", 300);
    public static final Field<LocalDate> DUE = Field.date("due", "partner.field.due_on");
    public static final Field<String> TITLE = Field.text("title", "partner.field.agreement", 300);
    public static final Field<LocalDate> SIGNED = Field.date("signed", "partner.field.signed_on");
    public static final Field<LocalDate> ENDS =
            Field.date("ends", "partner.field.ends_on").optional();
    public static final Field<Boolean> MONEY = Field.checkbox("money", "partner.field.money");

    static final String OUR_LEAD = "ourLead";
    static final String THEIR_LEAD = "theirLead";

    static Form open(PartnerRow it, Words t) {
        return Form.blank()
                .atVersion(it.version())
                .with(STAGE.name(), it.stage())
                .with(OUR_LEAD, it.ourLead())
                .with(THEIR_LEAD, it.theirLead())
                .with(COUNTRIES.name(), CountryNames.format(it.countries(), t))
                .with(NOTES.name(), it.notes());
    }

    PartnerFacts read(FormValues answers) {
        return new PartnerFacts(
                answers.get(STAGE),
                chooser.chosenPersons(answers.form(), OUR_LEAD, 1).first(),
                chooser.chosenPersons(answers.form(), THEIR_LEAD, 1).first(),
                CountryNames.read(answers, COUNTRIES),
                answers.textOrEmpty(NOTES));
    }

    static PartnerDueFacts readDue(FormValues answers) {
        return new PartnerDueFacts(answers.get(SIDE) == DueSide.OURS, answers.get(WHAT), answers.get(DUE));
    }

    static PartnerAgreementFacts readAgreement(FormValues answers) {
        LocalDate signed = answers.get(SIGNED);
        LocalDate ends = answers.find(ENDS);
        if (ends != null && ends.isBefore(signed)) {
            answers.reject(ENDS.name(), "project.refused.days");
        }
        return new PartnerAgreementFacts(answers.get(TITLE), signed, ends, answers.get(MONEY));
    }
}
