package org.convergence.directory.people.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convergence.platform.database.Json;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's data as a ZIP file: everything as JSON, each table as CSV, and a text that explains them. */
final class AccessFileWriter {

    private AccessFileWriter() {}

    /** Writes the archive, and leaves the stream open. */
    static void write(String name, Map<String, List<Json>> parts, LocalDate day, Words t, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(t.say("people.access.read-me") + ".txt"));
        zip.write(t.say("people.access.read-me.text", name, day).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();

        ObjectNode all = Json.empty().node().asObject();
        for (Map.Entry<String, List<Json>> part : parts.entrySet()) {
            var rows = all.putArray(part.getKey());
            part.getValue().forEach(row -> rows.add(row.node()));
        }
        zip.putNextEntry(new ZipEntry(t.say("people.access.all") + ".json"));
        zip.write(new Json(all).node().toPrettyString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();

        for (Map.Entry<String, List<Json>> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry("csv/" + part.getKey() + ".csv"));
            List<String> head = head(part.getValue());
            List<List<String>> rows =
                    part.getValue().stream().map(row -> cells(row, head)).toList();
            TableWriter.write(TableFormat.CSV, part.getKey(), head, rows.iterator(), t, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static List<String> head(List<Json> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.node().propertyNames()));
        return List.copyOf(names);
    }

    private static List<String> cells(Json row, List<String> head) {
        List<String> cells = new ArrayList<>();
        for (String name : head) {
            JsonNode value = row.node().path(name);
            cells.add(
                    value.isMissingNode() || value.isNull()
                            ? ""
                            : value.isString() ? value.asString() : value.toString());
        }
        return cells;
    }
}
