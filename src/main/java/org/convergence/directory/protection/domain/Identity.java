package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The identifying data of a person, as stored in the vault. It has a given name or a family name.
 *
 * @param otherNames other names of the person
 * @param mails mail addresses
 * @param phones telephone numbers
 */
public record Identity(
        String givenName,
        String familyName,
        List<String> otherNames,
        List<String> mails,
        List<String> phones,
        @Nullable String note) {

    public Identity {
        otherNames = List.copyOf(otherNames);
        mails = List.copyOf(mails);
        phones = List.copyOf(phones);
        if (givenName.isEmpty() && familyName.isEmpty()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }

    /** The full name. */
    public String name() {
        return (givenName + " " + familyName).strip();
    }

    /** All full names of the person. */
    List<String> names() {
        return Stream.concat(Stream.of(name(), (familyName + " " + givenName).strip()), otherNames.stream())
                .distinct()
                .toList();
    }

    /** Mail addresses and telephone numbers. */
    List<String> addresses() {
        return Stream.concat(mails.stream(), phones.stream()).toList();
    }

    /** The identity in the data removed from a person's record; every value is kept. */
    static Identity of(CodeNameDirectory.LiftedIdentity lifted) {
        JsonNode row = lifted.row().node();
        List<String> mails = new ArrayList<>();
        List<String> phones = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (JsonNode point : row.path("contact_points")) {
            String value = point.path("value").asString("");
            (point.path("channel").asString("").equals("MAIL") ? mails : phones).add(value);
            String label = point.path("label").asString("");
            if (!label.isEmpty()) {
                notes.add(label + " – " + value);
            }
        }
        Stream.of("pronoun", "note")
                .map(column -> row.path(column).asString(""))
                .filter(text -> !text.isEmpty())
                .forEach(notes::add);
        List<String> languages =
                row.path("languages").valueStream().map(JsonNode::asString).toList();
        if (!languages.isEmpty()) {
            notes.add(String.join(", ", languages));
        }
        Identity own = new Identity(
                row.path("given_name").asString(""),
                row.path("family_name").asString(""),
                List.of(),
                mails,
                phones,
                notes.isEmpty() ? null : String.join("\n", notes));
        Set<String> others = new LinkedHashSet<>(lifted.names());
        own.names().forEach(others::remove);
        own.addresses().forEach(others::remove);
        // The names and addresses of merged records.
        List<String> otherNames = new ArrayList<>();
        for (String each : others) {
            boolean number = each.matches("[0-9+() .\\-/\u00a0]*");
            (each.contains("@") ? mails : number ? phones : otherNames).add(each);
        }
        return new Identity(own.givenName, own.familyName, otherNames, mails, phones, own.note);
    }

    /** Merged with another record of the person. */
    Identity mergedWith(Identity other) {
        return new Identity(
                givenName,
                familyName,
                both(otherNames, other.names()),
                both(mails, other.mails),
                both(phones, other.phones),
                note == null ? other.note : other.note == null ? note : note + "\n" + other.note);
    }

    private List<String> both(List<String> mine, List<String> others) {
        Set<String> all = new LinkedHashSet<>(mine);
        others.stream().filter(each -> !each.equals(name())).forEach(all::add);
        return List.copyOf(all);
    }

    Json write() {
        return Json.of(this);
    }

    static Identity read(Json json) {
        return Objects.requireNonNull(json.as(Identity.class));
    }
}
