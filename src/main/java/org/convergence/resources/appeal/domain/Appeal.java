package org.convergence.resources.appeal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.text.Language;
import org.convergence.resources.fund.FundId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An appeal for gifts.
 *
 * @param code the last part of its public address
 * @param fund the restricted fund of this appeal alone; {@code null} if it is relayed
 * @param partner the partner that the money is for, or the organisation whose appeal is relayed
 * @param purpose what the money is for, in 1 to 2,000 characters
 * @param target the sum hoped for, in the currency of the books; {@code null} for none
 * @param closesOn the last day; {@code null} while it has no end
 * @param link where one gives on line, outside; empty for none
 * @param showsRaised whether the public page tells what was raised and what became of it
 */
@Table(schema = "resources", value = "appeal")
public record Appeal(
        @Id UUID id,
        @Version int version,
        AppealKind kind,
        String code,
        @Nullable FundId fund,
        @Nullable OrganisationId partner,
        String purpose,
        @Nullable BigDecimal target,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        String link,
        boolean showsRaised,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "french_")
        AppealText french,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "english_") @Nullable
        AppealText english,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "spanish_") @Nullable
        AppealText spanish) {

    static final String TABLE = "resources.appeal";

    /** A title of 1 to 200 characters, and a text of 1 to 10,000. */
    public record AppealText(String title, String text) {}

    public AppealId typedId() {
        return new AppealId(id);
    }

    /** Whether gifts of a day are for it (R-GIFT-3). */
    public boolean isOpen(LocalDate day) {
        return isOpen(opensOn, closesOn, day);
    }

    /** Whether a day is between the first and the last, if there is a last. */
    public static boolean isOpen(LocalDate opensOn, @Nullable LocalDate closesOn, LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }

    /** Its title and text in a language; {@code null} where they are not translated. */
    public @Nullable AppealText findText(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
            case FRENCH -> french;
        };
    }

    /** Its title and text in a language; in French where they are not translated. */
    public AppealText textIn(Language language) {
        return Objects.requireNonNullElse(findText(language), french);
    }

    /** All its titles and texts. */
    Stream<String> words() {
        return Stream.concat(
                Stream.of(purpose),
                Stream.of(french, english, spanish)
                        .filter(Objects::nonNull)
                        .flatMap(each -> Stream.of(each.title(), each.text())));
    }

    /** The same appeal under another code, with its fund. */
    Appeal with(String address, @Nullable FundId money) {
        return new Appeal(
                id,
                version,
                kind,
                address,
                money,
                partner,
                purpose,
                target,
                opensOn,
                closesOn,
                link,
                showsRaised,
                french,
                english,
                spanish);
    }

    /** Who an appeal asks for. */
    public enum AppealKind {
        /** For a partner of ours: the money comes to us and is accounted for here. */
        OWN,
        /** Of another organisation: only passed on, with its own link. */
        RELAYED;

        /** The message key of its name. */
        public String key() {
            return "appeal.kind." + name();
        }
    }

    /** The id of an appeal for gifts. */
    public record AppealId(UUID value) implements Identifier {}
}
