package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.mailbox.domain.ParsedMail.OriginalMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finds the forwarded mail, for several mail programs and languages. */
class ForwardPolicyTest {

    private static final String SAID = "Bonjour,\n\nLa salle est réservée.\n\nAna";

    static Stream<String> forwards() {
        return Stream.of(
                // Gmail
                """
                Pour le dossier.

                ---------- Forwarded message ---------
                De : Ana Morales <ana@centrale.example>
                Date: mar. 14 janv. 2025 à 09:12
                Subject: Salle pour la formation
                To: Maryse <maryse@solidarite.example>, Luc Roy <luc@centrale.example>


                """,
                """
                ---------- Forwarded message ---------
                From: Ana Morales <ana@centrale.example>
                Date: Tue, Jan 14, 2025 at 9:12 AM
                Subject: Salle pour la formation
                To: Maryse <maryse@solidarite.example>
                Cc: Luc Roy <luc@centrale.example>

                """,
                """
                ---------- Forwarded message ---------
                De: Ana Morales <ana@centrale.example>
                Date: mar, 14 ene 2025 a las 9:12
                Subject: Salle pour la formation
                To: Luc Roy <luc@centrale.example>

                """,
                // Outlook
                """
                ________________________________
                De : Ana Morales <ana@centrale.example>
                Envoyé : mardi 14 janvier 2025 09:12
                À : Luc Roy <luc@centrale.example>; Maryse <maryse@solidarite.example>
                Objet : Salle pour la formation

                """,
                """
                From: Ana Morales <ana@centrale.example>
                Sent: Tuesday, January 14, 2025 9:12 AM
                To: Luc Roy <luc@centrale.example>
                Subject: Salle pour la formation

                """,
                """
                *De:* Ana Morales <ana@centrale.example>
                *Enviado el:* martes, 14 de enero de 2025 9:12
                *Para:* Luc Roy <luc@centrale.example>
                *Asunto:* Salle pour la formation

                """,
                // Apple Mail
                """

                > Début du message transféré :
                >
                > De: Ana Morales <ana@centrale.example>
                > Objet: Salle pour la formation
                > Date: 14 janvier 2025 à 09:12:33 HNE
                > À: Luc Roy <luc@centrale.example>
                >
                """,
                """
                Begin forwarded message:

                From: Ana Morales <ana@centrale.example>
                Subject: Salle pour la formation
                Date: January 14, 2025 at 9:12:33 AM EST
                To: Luc Roy <luc@centrale.example>

                """,
                // Thunderbird
                """
                -------- Message transféré --------
                Sujet : \tSalle pour la formation
                Date : \tTue, 14 Jan 2025 09:12:33 -0500
                De : \tAna Morales <ana@centrale.example>
                Pour : \tLuc Roy <luc@centrale.example>

                """,
                """
                -------- Forwarded Message --------
                Subject: \tRe: Salle pour la formation
                Date: \tTue, 14 Jan 2025 09:12:33 -0500
                From: \tAna Morales <ana@centrale.example>
                To: \tLuc Roy <luc@centrale.example>

                """);
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void findsSenderRecipientsDateAndSubject(String head) {
        String said = head.startsWith("\n>") ? SAID.replaceAll("(?m)^", "> ") : SAID;
        OriginalMail found =
                ForwardPolicy.findOriginal(MailText.clean(head + said)).orElseThrow();
        assertThat(found.people())
                .startsWith(new Correspondent("Ana Morales", "ana@centrale.example"))
                .contains(new Correspondent("Luc Roy", "luc@centrale.example"));
        assertThat(found.date()).isEqualTo(LocalDate.of(2025, 1, 14));
        assertThat(found.subject()).isEqualTo("Salle pour la formation");
        assertThat(found.text()).endsWith(SAID).doesNotContain("ana@centrale.example", "----");
    }

    @Test
    void separatesAddedTextBeforeForwardedMail() {
        OriginalMail found = ForwardPolicy.findOriginal(
                        "À classer avec le CA.\n\nDe : Ana <ana@x.example>\nObjet : Salle\n\nOui.")
                .orElseThrow();
        assertThat(found.text()).isEqualTo("À classer avec le CA.\n\nOui.");
        assertThat(found.date()).isNull();
    }

    @Test
    void textThatResemblesHeaderIsNoHeader() {
        assertThat(ForwardPolicy.findOriginal("Bonjour,\nDate : mardi\nÀ : confirmer\nMerci"))
                .isEmpty();
        assertThat(ForwardPolicy.findOriginal("De : la part d’Ana\n\nMerci pour tout"))
                .isEmpty();
        assertThat(ForwardPolicy.findOriginal("")).isEmpty();
        assertThat(ForwardPolicy.findOriginal("De :\n".repeat(5_000))).isEmpty();
        assertThat(ForwardPolicy.findOriginal(" > * ".repeat(40_000) + ":")).isEmpty();
    }

    @Test
    void removesForwardingPrefixesOfSubject() {
        assertThat(List.of("TR: Salle", "Fwd: RE: Salle", "Tr : Re : Salle", "RV: Salle"))
                .allSatisfy(
                        written -> assertThat(ForwardPolicy.subject(written)).isEqualTo("Salle"));
        assertThat(ForwardPolicy.subject("Fwd:")).isEqualTo("Fwd:");
        assertThat(ForwardPolicy.subject("Trésorerie : budget")).isEqualTo("Trésorerie : budget");
    }

    @Test
    void readsNamesAndAddressesOfMailPrograms() {
        assertThat(AddressLineParser.parse("\"Morales, Ana\" <ANA@x.example>, luc@x.example"))
                .containsExactly(
                        new Correspondent("Morales, Ana", "ana@x.example"), new Correspondent("", "luc@x.example"));
        assertThat(AddressLineParser.parse("'Ana' [mailto:ana@x.example]; Luc Roy"))
                .containsExactly(new Correspondent("Ana", "ana@x.example"), new Correspondent("Luc Roy", ""));
        assertThat(AddressLineParser.parse("\"chef@x.example\" <autre@y.example>"))
                .extracting(Correspondent::mail)
                .containsExactly("autre@y.example");
        assertThat(AddressLineParser.parse(("a".repeat(70) + "@").repeat(3_000)))
                .hasSizeLessThan(60);
    }

    @Test
    void readsDaysInThreeLanguagesAndInFigures() {
        assertThat(Stream.of(
                        "mar. 4 mars 2025 à 23 h 59",
                        "martes, 4 de marzo de 2025",
                        "2025-03-04 12:00",
                        "04/03/2025 09:12",
                        "Tue, 4 Mar 2025 23:30:00 -0500",
                        "March 4th, 2025 at 1:05 PM"))
                .allSatisfy(written -> assertThat(MailDateParser.parse(written)).contains(LocalDate.of(2025, 3, 4)));
        assertThat(MailDateParser.parse("1/14/2025 9:12 AM")).contains(LocalDate.of(2025, 1, 14));
        assertThat(MailDateParser.parse("bientôt")).isEmpty();
        assertThat(MailDateParser.parse("31 février 2025")).isEmpty();
    }
}
