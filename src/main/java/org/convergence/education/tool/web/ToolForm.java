package org.convergence.education.tool.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolKind;
import org.convergence.education.tool.domain.Tool;
import org.convergence.education.tool.domain.Tool.EditionFacts;
import org.convergence.education.tool.domain.Tool.HandOutFacts;
import org.convergence.education.tool.domain.Tool.LoanFacts;
import org.convergence.education.tool.domain.Tool.LoanReturn;
import org.convergence.education.tool.domain.Tool.ToolEdition;
import org.convergence.education.tool.domain.Tool.ToolFacts;
import org.convergence.education.tool.domain.ToolPolicy;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The fields of tools, editions, copies and loans. */
@Component
public record ToolForm(PartyChooser chooser) {

    public static final Field<String> TITLE = Field.text("title", "tool.field.title", 200);
    public static final Field<ToolKind> KIND =
            Field.choice("kind", "tool.field.kind", List.of(ToolKind.values()), ToolKind::key);
    public static final Field<String> THEME =
            Field.text("theme", "tool.field.theme", 100).optional();
    public static final Field<String> MADE_BY =
            Field.text("madeBy", "tool.field.made-by", 200).optional();
    public static final Field<String> DESCRIPTION =
            Field.text("description", "tool.field.description", 4_000).optional();
    public static final Field<Integer> REORDER_AT =
            Field.wholeNumber("reorderAt", "tool.field.reorder-at", 0, 100_000).optional();
    public static final Field<String> LANGUAGE = Field.text("language", "tool.field.language", 3);
    public static final Field<String> LABEL = Field.text("label", "tool.field.label", 100);
    public static final Field<String> LICENCE =
            Field.text("licence", "tool.field.licence", 200).optional();
    public static final Field<String> ISBN =
            Field.text("isbn", "tool.field.isbn", 20).optional();
    public static final Field<LocalDate> PUBLISHED = Field.date("publishedOn", "tool.field.published-on");
    public static final Field<LocalDate> BANQ =
            Field.date("banqOn", "tool.field.banq-on").optional();
    public static final Field<LocalDate> OTTAWA =
            Field.date("ottawaOn", "tool.field.ottawa-on").optional();
    public static final Field<String> ADDRESS = Field.text(
                    "address", "tool.field.address", PlanAttribution.LONGEST_LINK)
            .optional();
    public static final Field<String> SHOWN = Field.text("shown", "tool.field.shown", 200);
    public static final Field<String> KEPT_AT = Field.text("keptAt", "tool.field.kept-at", 200);
    public static final Field<LocalDate> UNTIL =
            Field.date("until", "tool.field.until").optional();
    public static final Field<LocalDate> ON = Field.date("on", "tool.field.on");
    public static final Field<Integer> COPIES = Field.wholeNumber("copies", "tool.field.copies", 1, 100_000);
    public static final Field<String> PLACE = Field.text("place", "tool.field.place", 200);
    public static final Field<HandOutSetting> SETTING =
            Field.choice("setting", "tool.field.setting", List.of(HandOutSetting.values()), HandOutSetting::key);
    public static final Field<String> COPY = Field.text("copy", "tool.field.copy", 100);
    public static final Field<String> CONTACT =
            Field.text("contact", "tool.field.contact", 200).optional();
    public static final Field<LocalDate> LENT = Field.date("lentOn", "tool.field.lent-on");
    public static final Field<LocalDate> DUE = Field.date("dueOn", "tool.field.due-on");
    public static final Field<Integer> PEOPLE =
            Field.wholeNumber("people", "tool.field.people", 0, 100_000).optional();
    public static final Field<String> MISSING =
            Field.text("missing", "tool.field.missing", 1_000).optional();

    private static final List<String> LANGUAGES = List.of("fr", "en", "es", "ht", "pt", "ar", "zh", "iu");

    static final String RESPONSIBLE = "responsible";
    static final String HOLDER = "holder";

    private static final FormFields<Tool> TOOL = FormFields.of(
            TITLE.from(Tool::title),
            KIND.from(Tool::kind),
            THEME.from(Tool::theme),
            MADE_BY.from(Tool::madeBy),
            DESCRIPTION.from(Tool::description),
            REORDER_AT.from(Tool::reorderAt));

    private static final FormFields<ToolEdition> EDITION = FormFields.of(
            LANGUAGE.from(ToolEdition::language),
            LABEL.from(ToolEdition::label),
            LICENCE.from(ToolEdition::licence),
            ISBN.from(ToolEdition::isbn),
            PUBLISHED.from(ToolEdition::publishedOn),
            BANQ.from(ToolEdition::banqOn),
            OTTAWA.from(ToolEdition::ottawaOn),
            ADDRESS.from(ToolEdition::address));

    /** The languages of editions, with the one that a form has. */
    static List<Option> languages(Form form, Words t) {
        return Stream.concat(LANGUAGES.stream(), Stream.of(form.value("language")))
                .filter(code -> code.matches("[a-z]{2,3}"))
                .distinct()
                .map(code -> new Option(code, t.capital(t.languageName(code))))
                .toList();
    }

    /** A tool as it was typed. */
    record ToolInput(int version, ToolFacts facts) {}

    /** An edition as it was typed. */
    record EditionInput(int version, EditionFacts facts) {}

    static Form open(Tool tool) {
        return TOOL.open(tool).atVersion(tool.version()).with(RESPONSIBLE, tool.responsible());
    }

    static Form open(ToolEdition edition) {
        return EDITION.open(edition).atVersion(edition.version());
    }

    ToolInput read(FormValues answers) {
        return new ToolInput(
                answers.version(),
                new ToolFacts(
                        answers.get(TITLE),
                        answers.get(KIND),
                        answers.find(THEME),
                        answers.find(MADE_BY),
                        answers.find(DESCRIPTION),
                        answers.find(REORDER_AT),
                        chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first()));
    }

    static EditionInput readEdition(FormValues answers) {
        String language = answers.get(LANGUAGE).toLowerCase(Locale.ROOT);
        if (answers.form().problem(LANGUAGE.name()) == null && !language.matches("[a-z]{2,3}")) {
            answers.reject(LANGUAGE.name(), "tool.refused.language");
        }
        String isbn = answers.find(ISBN);
        if (isbn != null && !ToolPolicy.isIsbn(isbn)) {
            answers.reject(ISBN.name(), "tool.refused.isbn");
        }
        String address = answers.find(ADDRESS);
        if (address != null && !PlanAttribution.isLink(address)) {
            answers.reject(ADDRESS.name(), "tool.refused.address");
        }
        return new EditionInput(
                answers.version(),
                new EditionFacts(
                        language,
                        answers.get(LABEL),
                        answers.find(LICENCE),
                        isbn == null ? null : isbn.replaceAll("[\\s-]", ""),
                        answers.get(PUBLISHED),
                        answers.find(BANQ),
                        answers.find(OTTAWA),
                        address));
    }

    HandOutFacts readHandOut(FormValues answers) {
        String region = answers.optionalText("region", 2);
        if (region != null && Region.findByCode(region).isEmpty()) {
            answers.reject("region", "shell.form.choice");
        }
        ChosenParties<OrganisationId> receiver = chooser.chosenOrganisations(answers.form(), HOLDER, 1);
        return new HandOutFacts(
                answers.get(ON),
                answers.get(COPIES),
                answers.get(SETTING),
                region,
                receiver.first(),
                String.join("", receiver.newcomers()));
    }

    LoanFacts readLoan(FormValues answers) {
        ChosenParties<OrganisationId> holder = chooser.chosenOrganisations(answers.form(), HOLDER, 1);
        if (holder.isEmpty() && answers.form().problem(HOLDER) == null) {
            answers.reject(HOLDER, "shell.form.required");
        }
        return new LoanFacts(
                answers.get(COPY),
                holder.first(),
                String.join("", holder.newcomers()),
                answers.find(CONTACT),
                answers.get(LENT),
                answers.get(DUE));
    }

    static LoanReturn readReturn(FormValues answers) {
        return new LoanReturn(answers.get(ON), answers.find(PEOPLE), answers.find(MISSING));
    }

    ChooserField responsible(Form form) {
        return chooser.responsible(form, RESPONSIBLE);
    }

    ChooserField holder(Form form) {
        return chooser.organisations(form, HOLDER, 1, List.of());
    }

    static List<Option> regions() {
        return Stream.of(Region.values())
                .map(each -> new Option(each.code(), each.officialName()))
                .toList();
    }
}
