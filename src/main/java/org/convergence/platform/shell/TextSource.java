package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Texts with which a form of another module may begin: a bean of this type for each kind of record. A link gives one as
 * {@code ?from=name/id}; the form reads it by {@link SourceTexts}.
 *
 * @param name of the kind of record, for instance {@code advocacy.position}
 * @param permission required to read it
 * @param sql a SELECT with the columns title, body, url, until, country, line and page (its own page here), in the module's own tables; {@code :id}
 *     is the record, {@code :today} the organisation's day, {@code :now} the moment, {@code :first} its first language. It finds
 *     nothing if the text must not be taken over.
 * @param key beginning of messages that stand for title and body, with the title as {@code {0}} and the last day as {@code
 *     {1}}, where the words themselves must not be taken over; {@code null} for none
 * @param page the address of a record's page up to its id; {@code null} where the text alone knows it
 * @param pictures a SELECT with the columns of {@link SourcePicture} and the same parameters; {@code null} for none
 */
public record TextSource(
        String name,
        String permission,
        String sql,
        @Nullable String key,
        @Nullable String page,
        @Nullable String pictures) {

    public static TextSource of(String name, String permission, String sql) {
        return new TextSource(name, permission, sql, null, null, null);
    }

    /** The source whose records have their pages here at an address and their id, even once their text is taken back. */
    public TextSource at(String address) {
        return new TextSource(name, permission, sql, key, address, pictures);
    }

    /** The source whose records may have a picture, found by a SELECT; it finds nothing once the picture is taken back. */
    public TextSource withPictures(String select) {
        return new TextSource(name, permission, sql, key, page, select);
    }

    /** The address of a form that begins with a record. */
    public static String begin(String form, String name, UUID id) {
        return PageAddress.of(form).with(SourceTexts.FROM, name + "/" + id).toString();
    }

    /**
     * An event: something was made of the text of a record.
     *
     * @param name of the kind of record
     * @param url the page of what was made
     */
    public record UsedText(String name, UUID id, String url) {}

    /**
     * The picture of a text. What is made of the text shows it from where it is kept, so that it goes with its consent.
     *
     * @param document its file
     * @param kind of the owner of the file, with its id {@code owner}
     * @param credit author and licence
     * @param consent where the consent of the people shown is kept; empty if nobody can be recognised
     * @param until the last day of that consent; {@code null} if it has no end
     * @param alternatives what it shows in words, by language
     */
    public record SourcePicture(
            UUID document,
            String kind,
            UUID owner,
            String credit,
            String consent,
            @Nullable LocalDate until,
            Map<String, String> alternatives) {}

    /**
     * A text with which a form begins.
     *
     * @param from the record, as in the address of the form
     * @param url where readers find it, with the host; {@code null} for nowhere
     * @param until the last day on which it makes sense; {@code null} for none
     * @param country ISO 3166-1, two capital letters; {@code null} for none
     * @param line the action that it serves; {@code null} for none
     * @param page the page of the record
     */
    public record SourceText(
            String from,
            String title,
            String body,
            @Nullable String url,
            @Nullable LocalDate until,
            @Nullable String country,
            @Nullable UUID line,
            String page) {

        /** The body, and below it where readers find it. */
        public String words() {
            return url == null ? body : (body + "\n" + url).strip();
        }
    }
}
