package org.convergence.platform.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name spelled letter by letter, or in letters of other scripts that look alike, is replaced; one name is listed. */
class DisguisedSpellingsTest {

    private final NameSpellings marie =
            NameSpellings.of(List.of("Marie Tremblay", "Tremblay Marie"), "Marie", "Tremblay", List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M a r i e  T r e m b l a y",
                "M a r i e   T r e m b l a y",
                "M a r i e T r e m b l a y",
                "M A R I E  T R E M B L A Y",
                "MARIE T R E M B L A Y",
                "m a r i e t r e m b l a y",
                "M A R I E T R E M B L A Y",
                "M.a.r.i.e  T.r.e.m.b.l.a.y",
                "M-a-r-i-e T-r-e-m-b-l-a-y",
                "M_a_r_i_e__T_r_e_m_b_l_a_y",
                "M&nbsp;a&nbsp;r&nbsp;i&nbsp;e&nbsp;&nbsp;T&nbsp;r&nbsp;e&nbsp;m&nbsp;b&nbsp;l&nbsp;a&nbsp;y",
                "M a r i e Tremblay",
                "Маrіе Тrеmblау",
                "МАRІЕ ТRЕМВLАУ",
                "Μαriε Τrεmblαγ",
                "Mаrie Trеmblay",
                "Mar\u0131e Trembl\u0251y",
                "М а r і е  Т r е m b l а у",
                "&#1052;&#1072;rie&#32;Tremblay",
                "\\u041c\\u0430rie Tremblay"
            })
    void replacesWholeName(String text) {
        for (String around : List.of("%s", "avec %s hier", "[\"%s\", \"x\"]", "Il a vu %s à Montréal")) {
            String said = marie.replace(around.formatted(text), "Colibri");
            assertThat(said).isEqualTo(around.formatted("Colibri"));
        }
    }

    @Test
    void replacesNameInPartOfWordFileWithAnyName() throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        byte[] part = "\ufeff<?xml version=\"1.0\"?><w:t>Marie Tremblay</w:t>".getBytes(UTF_8);
        byte[] letter = NearSpellingsTest.zip("word/afchunk.dat", part);
        assertThat(new DocumentRedaction.FileSearch(marie).test(type, letter)).isTrue();
        assertThat(FileRewriter.rewrite(type, letter, text -> marie.replace(text, "Colibri")))
                .isPresent();
        assertThat(FileRewriter.rewrite(
                        type, NearSpellingsTest.zip("word/media/a.png", new byte[] {1, 2}), text -> "x"))
                .as("a picture")
                .isEmpty();
    }

    @Test
    void replacesNameFoldedInCalendarOrCutInMailHeader() {
        assertThat(marie.replace("BEGIN:VCALENDAR\r\nSUMMARY:Vu Marie Tremb\r\n lay hier\r\n", "Colibri"))
                .isEqualTo("BEGIN:VCALENDAR\r\nSUMMARY:Vu Colibri hier\r\n");
        assertThat(marie.replace("Vu Marie Tremb\n lay", "Colibri"))
                .as("an ordinary line begins a word")
                .doesNotContain("Colibri");
        assertThat(NameSpellings.of(List.of("Héloïse Côté"))
                        .replace(
                                "Subject: =?utf-8?Q?Vu_H=C3=A9lo?=\r\n =?utf-8?Q?=C3=AFse_C=C3=B4t=C3=A9?=", "Colibri"))
                .isEqualTo("Subject: =?utf-8?Q?Vu_Colibri?=");
    }

    /** A form feed, and a line of quoted-printable that goes on, as the history writes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie\fTremblay",
                "{\"t\":\"Marie\\fTremblay\"}",
                "{\"t\":\"Ma=\\nrie Tremblay\"}",
                "{\"t\":\"Marie Trem=\\r\\nblay\"}"
            })
    void replacesNameWithEscapesOfTheHistory(String text) {
        assertThat(marie.replace(text, "Colibri")).matches("(\\{\"t\":\")?Colibri(\"})?");
    }

    @Test
    void findsNameAmongOtherSpacedWords() {
        assertThat(marie.replace("il voit m a r i e  t r e m b l a y  e t  l u c", "Colibri"))
                .isEqualTo("il voit Colibri  e t  l u c");
    }

    @Test
    void keepsMarkupBetweenSpacedLetters() {
        assertThat(marie.replace("<i>M</i> <i>a</i> <i>r</i> <i>i</i> <i>e</i>  T r e m b l a y", "Colibri"))
                .isEqualTo("<i>Colibri</i><i></i><i></i><i></i><i></i>");
    }

    @ParameterizedTest
    @CsvSource({
        "avec M a r i e hier, PART",
        "avec T r e m b l a y hier, PART",
        "avec Маrіе hier, PART",
        "photo_Тrеmblау.jpg, PART",
        "Luis Тrеmblау; Маrіе Roy, APART",
        "#MаrieTremblay, JOINED",
        "'avec T r e m b l a y,  M a r i e hier', APART",
        "'M\na\nr\ni\ne\n\nT\nr\ne\nm\nb\nl\na\ny', JOINED",
        "avec ᴍᴀʀɪᴇ ᴛʀᴇᴍʙʟᴀʏ hier, NEIGHBOURS"
    })
    void listsOneNameAlone(String text, MentionKind kind) {
        assertThat(marie.replace(text, "Colibri")).isEqualTo(text);
        assertThat(marie.find(text).mentions()).extracting(Mention::kind).contains(kind);
        assertThat(marie.replace(text, "Colibri", mention -> true)).contains("Colibri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A n n e  T r e m b l a y é e",
                "L u c  R o y",
                "Марине Трембловой",
                "a) b) c) d) m a r i n e",
                "Мария и Тремблер",
                "1;a;b;c;M;T"
            })
    void leavesOthersAsTheyAre(String text) {
        assertThat(marie.find(text).named()).isFalse();
        assertThat(marie.replace(text, "Colibri")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma\u00ad\u00eblle D\u2019Of\u00adfrin",
                "Ma\u200f\u00eblle D\u2019\u202eOffrin",
                "Ma\u00eblle D\u2019O\ufb00r\u0131n",
                "Ma&#0000000000235;lle D&#x002019;Offrin",
                "Ma&#XEB;lle D&#8217Offrin",
                "Ma&eumllle D&rsquo;Offrin",
                "Ma&amp;amp;euml;lle D&amp;#8217;Offrin",
                "Ma=EBlle D'Offrin",
                "Ma\\xeblle D\\u{2019}Offrin",
                "Ma\u00c3\u00ablle D\u00e2\u20ac\u2122Offrin",
                "MAELLE D OFFRIN",
                "Maelle Doffrin",
                "Ma\u00eb\u0142\u0142e \u00d0\u2019\u00d8ffrin"
            })
    void replacesEncodingsAndElisions(String text) {
        NameSpellings elided =
                NameSpellings.of(List.of("Maëlle D’Offrin", "D’Offrin Maëlle"), "Maëlle", "D’Offrin", List.of());
        assertThat(elided.replace("avec " + text + ", hier", "Colibri")).isEqualTo("avec Colibri, hier");
        assertThat(elided.replace("N:D’Offrin;Maëlle;;Mme", "Colibri", mention -> true))
                .isEqualTo("N:Colibri;Colibri;;Mme");
        assertThat(elided.find("avec Doffrin hier").mentions())
                .extracting(Mention::kind)
                .containsExactly(MentionKind.PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nom=Edith Roy", "NOM=EDITH ROY", "?a=1&edith roy", "?a=1&Edith+Roy"})
    void findsNameAfterSignThatMayBeginAnEncoding(String text) {
        assertThat(NameSpellings.of(List.of("Edith Roy")).isIn(text)).isTrue();
    }

    @Test
    void leavesNameWithinLongerSpelledName() {
        NameSpellings anne = NameSpellings.of(List.of("Anne Roy", "Roy Anne"), "Anne", "Roy", List.of());
        for (String each : List.of("J e a n n e R o y e r", "j e a n n e r o y e r", "JEANNE R O Y E R")) {
            assertThat(anne.replace(each, "Colibri")).isEqualTo(each);
        }
    }

    @Test
    void findsNameInAnotherScriptAsItIs() {
        NameSpellings nikos = NameSpellings.of(List.of("Νίκος Παππάς"), "Νίκος", "Παππάς", List.of());
        for (String each : List.of("ΝΙΚΟΣ ΠΑΠΠΑΣ", "νίκος παππάς", "Nίκος Παππάς", "Ν ί κ ο ς  Π α π π ά ς")) {
            assertThat(nikos.replace(each, "Colibri")).as(each).isEqualTo("Colibri");
        }
    }

    @Test
    void findsMailAddressInLookalikeLetters() {
        NameSpellings mail = NameSpellings.of(List.of("Ana Pérez", "ana.perez@exemple.org"));
        assertThat(mail.replace("à аnа.реrez@exemple.org", "Colibri")).isEqualTo("à Colibri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\ufffdline Qu\ufffdrou\ufffdt",
                "Zo?line Qu?rou?t",
                "Zo\u017dline",
                "Zo\u201aline Qu\u201arou\u2030t",
                "Zo\u00c3\u0192\u00c2\u00a9line",
                "Zo_x00E9_line Qu_x00E9_rou_x00EB_t",
                "Zo{\\'e}line",
                "U+00C9lo\u00efse"
            })
    void listsNameWithLettersDamagedByAnEncoding(String name) {
        NameSpellings zoe = NameSpellings.of(
                List.of("Zoéline Éloïse Quérouët", "Quérouët Zoéline Éloïse"), "Zoéline Éloïse", "Quérouët", List.of());
        String text = "vu " + name + " hier";
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
        assertThat(zoe.find(text).mentions()).extracting(Mention::kind).containsExactly(MentionKind.GARBLED);
        assertThat(zoe.replace(text, "Colibri", mention -> true)).isEqualTo("vu Colibri hier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"il l\ufffda dit, non\u00a0?", "Où? Line a dit", "No?", "une lea\u00e7on"})
    void takesOtherDamagedWordsForNoName(String text) {
        NameSpellings lea = NameSpellings.of(List.of("Léa Noé", "Noé Léa"), "Léa", "Noé", List.of());
        assertThat(lea.find(text).mentions()).isEmpty();
    }

    @Test
    void readsLettersEncodedOneByOne() {
        NameSpellings zoe = NameSpellings.of(List.of("Zoé Roy", "Roy Zoé"), "Zoé", "Roy", List.of());
        assertThat(zoe.isIn("=?utf-8?q?=5A=6F=C3=A9_Roy?=")).isTrue();
    }
}
