package org.convergence.advocacy.urgentaction.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsentGiver;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService.ConsentFacts;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.segment.SegmentId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The requests of the API of urgent actions. */
final class UrgentActionRequests {

    private static final int MOST_TARGETS = WordingForm.TARGETS;

    private UrgentActionRequests() {}

    /** An alert, with the public words and the yes to them if they are there. */
    record UrgentActionRequest(
            @Schema(maxLength = 200) String title,

            @Schema(description = "The organisation that gave the alert")
            UUID partner,

            @Schema(description = "ISO 3166-1, such as CO") String country,

            @Schema(description = "Never public", maxLength = 4_000)
            String happened,

            @Schema(description = "Today if absent") @Nullable
            LocalDate receivedOn,

            @Schema(description = "ORGANISATION if absent") @Nullable
            IdentityDegree degree,

            RiskTier risk,

            @Schema(description = "The last day of the public page")
            LocalDate expiresOn,

            @Schema(description = "The people to whom it goes") @Nullable
            UUID segment,

            @ArraySchema(maxItems = 3) @Nullable List<PublicTextRequest> texts,

            @ArraySchema(maxItems = MOST_TARGETS) @Nullable List<TargetInOfficeRequest> targets,

            @Nullable WordingConsentRequest consent) {

        AlertFacts facts(FormValues answers, LocalDate today) {
            String title = answers.text("title", 200);
            return new AlertFacts(
                    title,
                    new OrganisationId(answers.id("partner")),
                    UrgentActionForm.readCountry(answers),
                    null,
                    answers.text("happened", 4_000),
                    receivedOn == null ? today : receivedOn,
                    Objects.requireNonNullElse(degree, IdentityDegree.ORGANISATION),
                    risk,
                    expiresOn,
                    segment == null ? null : new SegmentId(segment),
                    null);
        }

        PublicWording wording(Form form) {
            List<PublicText> words = new ArrayList<>();
            Set<String> languages = new HashSet<>();
            List<PublicTextRequest> sent = Objects.requireNonNullElse(texts, List.of());
            for (int i = 0; i < sent.size(); i++) {
                PublicTextRequest each = sent.get(i);
                String path = "texts[" + i + "].";
                if (!WordingForm.LANGUAGES.contains(each.language()) || !languages.add(each.language())) {
                    form.reject(path + "language", "shell.form.choice");
                }
                words.add(new PublicText(
                        each.language(),
                        text(form, path + "title", each.title(), 200),
                        text(form, path + "story", each.story(), 6_000),
                        text(form, path + "subject", each.subject(), 200),
                        text(form, path + "letter", each.letter(), 4_000)));
            }
            return new PublicWording(words, targets(form));
        }

        private List<TargetInOffice> targets(Form form) {
            List<TargetInOfficeRequest> sent = Objects.requireNonNullElse(targets, List.of());
            if (sent.size() > MOST_TARGETS) {
                form.reject("targets", "shell.form.too-many", MOST_TARGETS);
            }
            List<TargetInOffice> found = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                TargetInOfficeRequest each = sent.get(i);
                String path = "targets[" + i + "].";
                if (!WordingForm.isMail(each.mail())) {
                    form.reject(path + "mail", "urgentaction.refused.mail");
                }
                found.add(new TargetInOffice(
                        text(form, path + "name", each.name(), 200),
                        text(form, path + "office", each.office(), 200),
                        each.mail(),
                        text(form, path + "salutation", each.salutation(), 200),
                        each.until()));
            }
            return found;
        }

        private static String text(Form form, String path, String value, int longest) {
            String text = value.replace("\u0000", "").strip();
            if (text.isEmpty()) {
                form.reject(path, "shell.form.required");
            }
            if (text.codePointCount(0, text.length()) > longest) {
                form.reject(path, "shell.form.too-long", longest);
            }
            return text;
        }
    }

    /** The public words in a language: fr, es or en. */
    record PublicTextRequest(
            String language,
            @Schema(maxLength = 200) String title,
            @Schema(maxLength = 6_000) String story,
            @Schema(maxLength = 200) String subject,

            @Schema(description = "The model letter, without salutation", maxLength = 4_000)
            String letter) {}

    /** A person in office. */
    record TargetInOfficeRequest(
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 200) String office,
            @Schema(maxLength = 254) String mail,
            @Schema(maxLength = 200) String salutation,

            @Schema(description = "The last day in office, where it is known") @Nullable
            LocalDate until) {}

    /** The yes to these words. */
    record WordingConsentRequest(
            WordingConsentGiver giver,
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 300) String how,
            LocalDate givenOn,
            LocalDate until) {

        ConsentFacts facts(FormValues answers) {
            return new ConsentFacts(
                    giver, answers.text("consent.name", 200), answers.text("consent.how", 300), givenOn, until);
        }
    }

    /** How it leaves. */
    record UrgentActionSendingRequest(
            @Schema(description = "false to publish it without letters") @Nullable
            Boolean letters) {}

    /** The signature of an organisation, with its authority. */
    record SignOnRequest(
            @Schema(description = "An organisation of the directory")
            UUID organisation,

            @Schema(maxLength = 200) String signer,

            @Schema(maxLength = 200) @Nullable String office,

            @Schema(description = "Of the letters to the organisation: fr, es or en; fr if absent") @Nullable
            String language,

            SignOnAuthority authority) {}

    /** The body of the organisation that decided to sign, and the day. */
    record SignOnAuthority(@Schema(maxLength = 200) String body, LocalDate on) {}

    /** How it ended. */
    record ClosingRequest(
            @Schema(description = "UNKNOWN if absent") @Nullable
            UrgentActionOutcome outcome,

            @Schema(description = "For those who signed and for the partner", maxLength = 4_000) @Nullable
            String account) {}
}
