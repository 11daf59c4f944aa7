package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The form rows of contact points: value, sphere and label. The channel is derived from the value. */
public final class ContactPointForm {

    /** All rows in one field, to compare two versions. */
    static final String FIELD = "points";

    private static final String VALUE = "point";
    private static final String SPHERE = "pointSphere";
    private static final String LABEL = "pointLabel";
    static final int MOST = 20;
    private static final int BLANK = 2;
    private static final String BETWEEN = " | ";

    private ContactPointForm() {}

    /** Fills the form from an API request. */
    static void fillFrom(Form form, @Nullable List<DirectoryResources.ContactResource> contacts) {
        List<DirectoryResources.ContactResource> all = Objects.requireNonNullElse(contacts, List.of());
        for (DirectoryResources.ContactResource each : all) {
            boolean mail = each.value().contains("@");
            if (each.channel() != null && mail != (each.channel() == ContactPoint.ContactChannel.MAIL)) {
                form.reject(FIELD, mail ? "people.points.phone" : "people.points.mail", each.value());
            }
        }
        form.with(
                        VALUE,
                        all.stream()
                                .map(DirectoryResources.ContactResource::value)
                                .toList())
                .with(
                        SPHERE,
                        all.stream()
                                .map(each -> Objects.requireNonNullElse(each.sphere(), ContactSphere.PROFESSIONAL))
                                .toList())
                .with(
                        LABEL,
                        all.stream()
                                .map(each -> Objects.requireNonNullElse(each.label(), ""))
                                .toList());
    }

    /** A row of the form. */
    public record ContactPointRow(String value, String sphere, String label) {}

    static Form fill(Form form, List<ContactPoint> points) {
        return form.with(VALUE, points.stream().map(ContactPoint::value).toList())
                .with(SPHERE, points.stream().map(ContactPoint::sphere).toList())
                .with(
                        LABEL,
                        points.stream()
                                .map(point -> point.label() == null ? "" : point.label())
                                .toList());
    }

    /** The filled rows, and some blank ones. */
    static List<ContactPointRow> rows(Form form) {
        List<ContactPointRow> rows = new ArrayList<>(filled(form));
        for (int i = 0; i < BLANK && rows.size() < MOST; i++) {
            rows.add(new ContactPointRow("", ContactSphere.PROFESSIONAL.name(), ""));
        }
        return rows;
    }

    /** The name in an API request of a field of the form. */
    static String nameInRequest(String field) {
        return field.equals(FIELD) ? "contacts" : field;
    }

    static List<ContactPoint> read(Form form) {
        List<ContactPoint> points = new ArrayList<>();
        for (ContactPointRow row : filled(form)) {
            ContactSphere sphere = row.sphere().equals(ContactSphere.PERSONAL.name())
                    ? ContactSphere.PERSONAL
                    : ContactSphere.PROFESSIONAL;
            String label = row.label().isEmpty() ? null : row.label();
            ContactPoint point = ContactPoint.read(row.value(), sphere, label).orElse(null);
            if (point == null) {
                String why = row.value().contains("@") ? "people.points.mail" : "people.points.phone";
                form.reject(FIELD, why, row.value());
            } else if (row.label().length() > 100) {
                form.reject(FIELD, "shell.form.too-long", 100);
            } else {
                points.add(point);
            }
        }
        if (points.size() > MOST) {
            form.reject(FIELD, "people.points.most", MOST);
            return List.of();
        }
        return points;
    }

    /** Packs the rows into one field, since a version is kept or taken as a whole. */
    static Form pack(Form form) {
        return form.with(
                FIELD,
                filled(form).stream()
                        .map(row -> row.value() + BETWEEN + row.sphere() + BETWEEN + row.label())
                        .toList());
    }

    static Form unpack(Form form) {
        List<String[]> parts = form.values(FIELD).stream()
                .map(packed -> packed.split(Pattern.quote(BETWEEN), -1))
                .filter(part -> part.length == 3)
                .toList();
        return form.with(VALUE, parts.stream().map(part -> part[0]).toList())
                .with(SPHERE, parts.stream().map(part -> part[1]).toList())
                .with(LABEL, parts.stream().map(part -> part[2]).toList());
    }

    /** A packed row in words. */
    static String format(String packed, Words t) {
        String[] parts = packed.split(Pattern.quote(BETWEEN), -1);
        if (parts.length != 3) {
            return packed;
        }
        String sphere = t.say(
                "people.sphere." + (parts[1].equals(ContactSphere.PERSONAL.name()) ? "personal" : "professional"));
        return parts[0] + " (" + sphere + (parts[2].isEmpty() ? "" : ", " + parts[2]) + ")";
    }

    private static List<ContactPointRow> filled(Form form) {
        List<ContactPointRow> rows = new ArrayList<>();
        List<String> values = form.values(VALUE);
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).strip();
            if (!value.isEmpty()) {
                rows.add(new ContactPointRow(
                        value, at(form, SPHERE, i), at(form, LABEL, i).replace("|", "/")));
            }
        }
        return rows;
    }

    private static String at(Form form, String field, int i) {
        List<String> values = form.values(field);
        return i < values.size() ? values.get(i).strip() : "";
    }

    /**
     * The conflict to show in the form.
     *
     * @param mine the typed form
     * @param before the form as it was opened
     * @param theirs the form as it would open now
     * @param changes with their authors, latest first
     */
    static Conflict between(
            Form mine,
            int since,
            Form before,
            Form theirs,
            List<AuditEntry> changes,
            List<String> fields,
            BiFunction<String, String, String> shown) {
        String who = changes.isEmpty() ? null : changes.get(0).who();
        return Conflict.merge(
                ContactPointForm.pack(mine),
                ContactPointForm.pack(before),
                ContactPointForm.pack(theirs),
                since,
                who,
                fields,
                shown);
    }
}
