package org.convergence.safety.risk.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.safety.risk.ThreatKind;
import org.convergence.safety.risk.domain.Risk;
import org.convergence.safety.risk.domain.Risk.RiskFacts;
import org.convergence.safety.risk.domain.Risk.RiskScore;
import org.springframework.stereotype.Component;

/** The fields of a risk, and of a review. */
@Component
public record RiskForm(PartyChooser chooser) {

    public static final Field<ThreatKind> THREAT =
            Field.choice("threat", "risk.field.threat", List.of(ThreatKind.values()), ThreatKind::key);
    public static final Field<String> DESCRIPTION = Field.text("description", "risk.field.description", 500);
    public static final Field<String> EXPOSED = Field.text("exposed", "risk.field.exposed", 300);
    public static final Field<String> ZONE =
            Field.text("zone", "risk.field.zone", 200).optional();
    public static final Field<String> MEASURES =
            Field.text("measures", "risk.field.measures", 2_000).optional();
    public static final Field<LocalDate> REVIEW_ON = Field.date("reviewOn", "risk.field.review_on");
    public static final Field<LocalDate> REVIEWED_ON = Field.date("reviewedOn", "risk.field.reviewed_on");
    public static final Field<String> RESOLUTION = Field.text("resolution", "risk.field.resolution", 100);

    static final String OWNER = "owner";

    RiskFacts read(FormValues answers) {
        return new RiskFacts(
                answers.get(THREAT),
                answers.get(DESCRIPTION),
                answers.get(EXPOSED),
                answers.find(ZONE),
                score(answers, "inherent"),
                answers.find(MEASURES),
                score(answers, "residual"),
                chooser.chosenPersons(answers.form(), OWNER, 1).first(),
                answers.get(REVIEW_ON));
    }

    private static RiskScore score(FormValues answers, String which) {
        return new RiskScore(
                answers.wholeNumber(which + "Likelihood", 1, RiskScore.MOST),
                answers.wholeNumber(which + "Impact", 1, RiskScore.MOST));
    }

    static Form fill(Risk risk) {
        return Form.blank()
                .atVersion(risk.version())
                .with(THREAT.name(), risk.threat())
                .with(DESCRIPTION.name(), risk.description())
                .with(EXPOSED.name(), risk.exposed())
                .with(ZONE.name(), risk.zone())
                .with(MEASURES.name(), risk.measures())
                .with("inherentLikelihood", risk.inherent().likelihood())
                .with("inherentImpact", risk.inherent().impact())
                .with("residualLikelihood", risk.residual().likelihood())
                .with("residualImpact", risk.residual().impact())
                .with(OWNER, risk.owner())
                .with(REVIEW_ON.name(), risk.reviewOn());
    }
}
