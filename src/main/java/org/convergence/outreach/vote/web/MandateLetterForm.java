package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.outreach.vote.domain.MandateLetter;
import org.convergence.outreach.vote.domain.MandateLetter.MandateStatement;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedPerson;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The fields of a mandate letter, the same for the member by its link and for the team. */
public final class MandateLetterForm {

    /** The last day for the answers of members. */
    public static final Field<LocalDate> DUE = Field.date("due", "vote.field.due");

    public static final Field<String> SIGNED_BY =
            Field.text("signedBy", "public.vote.field.signedBy", 200).optional();

    public static final Field<String> AUTHORITY =
            Field.text("authority", "public.vote.field.authority", 300).optional();

    private static final String MAIL = "[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;.]+";

    private MandateLetterForm() {}

    /** What a form states. */
    record MandateLetterInput(
            int version, MandateStatement facts, @Nullable Upload file) {}

    /** Reads a letter; without a signed copy, from now or before, it says who signs and in which capacity. */
    static MandateLetterInput read(FormValues answers, MemberMandate member) {
        int places = member.places();
        List<NamedPerson> people = new ArrayList<>();
        for (String prefix : List.of("delegate", "substitute")) {
            for (int i = 1; i <= places; i++) {
                String name = answers.optionalText(prefix + "-" + i, 200);
                String mail = answers.optionalText(prefix + "-mail-" + i, 254);
                if (mail != null && !mail.matches(MAIL)) {
                    answers.reject(prefix + "-mail-" + i, "public.vote.mandate.refused.mail");
                }
                if (name != null) {
                    people.add(new NamedPerson(name, mail, prefix.equals("substitute")));
                } else if (mail != null) {
                    answers.reject(prefix + "-" + i, "shell.form.required");
                }
            }
        }
        MultipartFile file = answers.file("letter");
        MandateLetter before = member.letter();
        String signedBy = answers.textOrEmpty(SIGNED_BY);
        String authority = answers.textOrEmpty(AUTHORITY);
        boolean hasCopy = file != null || (before != null && before.document() != null);
        if (!hasCopy && (signedBy.isEmpty() || authority.isEmpty())) {
            answers.reject((signedBy.isEmpty() ? SIGNED_BY : AUTHORITY).name(), "public.vote.mandate.refused.unsigned");
        }
        return new MandateLetterInput(
                Objects.requireNonNullElse(answers.optionalWholeNumber("version", 0, Integer.MAX_VALUE), 0),
                new MandateStatement(people, signedBy, authority),
                file == null ? null : Upload.of(file.getOriginalFilename(), file));
    }

    static Form toForm(MemberMandate member) {
        Form form = Form.blank();
        MandateLetter letter = member.letter();
        if (letter == null) {
            return form;
        }
        int delegates = 0;
        int substitutes = 0;
        for (NamedDelegate each : member.people()) {
            String prefix = each.substitute() ? "substitute" : "delegate";
            int place = each.substitute() ? ++substitutes : ++delegates;
            form.with(prefix + "-" + place, each.name()).with(prefix + "-mail-" + place, each.mail());
        }
        return form.with(SIGNED_BY.name(), letter.signedBy())
                .with(AUTHORITY.name(), letter.authority())
                .atVersion(letter.version());
    }
}
