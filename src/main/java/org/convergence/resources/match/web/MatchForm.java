package org.convergence.resources.match.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause.MatchBase;
import org.convergence.resources.match.domain.MatchService;
import org.convergence.resources.match.domain.MatchSourceFacts;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of clauses and sources. */
@Component
public record MatchForm(PartyChooser chooser) {

    public static final Field<String> CLAUSE =
            Field.text("clause", "match.field.clause", 100).optional();
    public static final Field<MatchBase> BASE =
            Field.choice("base", "match.field.base", List.of(MatchBase.values()), MatchBase::key);
    public static final Field<Boolean> IN_COST = Field.checkbox("inCost", "match.field.in-cost");

    public static final Field<String> RATE_SOURCE =
            Field.text("rateSource", "match.field.rate-source", 500).optional();
    public static final Field<MatchKind> GIVEN_KIND =
            Field.choice("givenKind", "match.field.kind", List.of(MatchKind.GIFT, MatchKind.RELEASE), MatchKind::key);
    public static final Field<String> WHAT = Field.text("what", "match.field.what", 300);
    public static final Field<LocalDate> DAY = Field.date("day", "match.field.day");
    public static final Field<String> BASIS = Field.text("basis", "match.field.basis", 500);
    public static final Field<String> VALUED_BY = Field.text("valuedBy", "match.field.valued-by", 200);

    public static final Field<String> PURPOSE = Field.text("purpose", "match.field.purpose", 300);
    public static final Field<LocalDate> RECEIVED = Field.date("received", "match.field.received");
    public static final Field<String> REFERENCE = Field.text("reference", "match.field.reference", 100);

    public static final Field<LocalDate> SIGNED = Field.date("signed", "match.field.signed");
    public static final Field<String> SIGNED_BY = Field.text("signedBy", "match.field.signed-by", 200);

    static final String GIVER = "giver";
    static final String PERSON = "person";
    static final String FUNDING = "funding";

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("99999999999.99");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Form open(MatchClause clause) {
        return Form.named("c")
                .atVersion(clause.version())
                .with(CLAUSE.name(), clause.clause())
                .with(BASE.name(), clause.base())
                .with("figure", clause.figure())
                .with("inKind", clause.inKindPercent())
                .with("stacking", clause.stackingPercent())
                .with("wages", clause.wageSubsidies())
                .with(IN_COST.name(), clause.inKindInCost());
    }

    static MatchClause readClause(FormValues answers) {
        MatchBase base = answers.get(BASE);
        return new MatchClause(
                answers.version(),
                Objects.requireNonNullElse(answers.find(CLAUSE), ""),
                base,
                cents(answers, "figure", base == MatchBase.COST ? new BigDecimal("99.99") : MOST),
                optionalCents(answers, "inKind", BigDecimal.ZERO, HUNDRED),
                optionalCents(answers, "stacking", BigDecimal.ZERO, HUNDRED),
                Objects.requireNonNullElse(optionalCents(answers, "wages", BigDecimal.ZERO, MOST), BigDecimal.ZERO),
                answers.get(IN_COST));
    }

    private static BigDecimal cents(FormValues answers, String field, BigDecimal most) {
        optionalCents(answers, field, CENT, most);
        return answers.number(field, CENT, most);
    }

    private static @Nullable BigDecimal optionalCents(
            FormValues answers, String field, BigDecimal least, BigDecimal most) {
        BigDecimal amount = answers.optionalNumber(field, least, most);
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            answers.reject(field, "match.refused.cents");
        }
        return amount;
    }

    /** Items that are free, with the rate of an hour. */
    record FreeInput(
            List<String> items,
            @Nullable BigDecimal rate,
            @Nullable String source) {}

    static FreeInput readFree(FormValues answers) {
        List<String> items = answers.form().values("items").stream().distinct().toList();
        if (items.isEmpty()) {
            answers.reject("items", "shell.form.required");
        }
        return new FreeInput(
                items, optionalCents(answers, "rate", CENT, new BigDecimal("9999.99")), answers.find(RATE_SOURCE));
    }

    /** A gift in kind, or a release that is recorded nowhere else; an organisation or a person gives it. */
    MatchSourceFacts readGift(FormValues answers) {
        OrganisationId organisation = chooser.knownOrganisation(answers.form(), GIVER);
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        if ((organisation == null) == (person == null)) {
            answers.reject(GIVER, "match.refused.giver");
        }
        return new MatchSourceFacts(
                answers.get(GIVEN_KIND),
                answers.get(DAY),
                answers.get(WHAT),
                cents(answers, "amount", MOST),
                null,
                null,
                answers.get(BASIS),
                answers.get(VALUED_BY),
                organisation == null ? person : organisation,
                null,
                null);
    }

    /** Money of our own, by its reference in the books; or of another agreement. */
    static MatchSourceFacts readMoney(FormValues answers) {
        UUID funding = answers.optionalId(FUNDING);
        String reference = answers.get(REFERENCE);
        return new MatchSourceFacts(
                funding == null ? MatchKind.OWN : MatchKind.FUNDER,
                answers.get(RECEIVED),
                answers.get(PURPOSE),
                cents(answers, "sum", MOST),
                null,
                null,
                reference,
                "",
                null,
                funding == null ? null : new AgreementId(funding),
                MatchService.moneyItem(reference));
    }
}
