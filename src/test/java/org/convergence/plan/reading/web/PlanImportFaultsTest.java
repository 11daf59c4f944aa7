package org.convergence.plan.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.platform.database.Json;
import org.convergence.testing.RunningApplication;
import org.convergence.testing.SmallDisk;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is stored completely or not at all, even if the disk fills up during its import. */
@Tag("slow")
class PlanImportFaultsTest {

    private static final int MOST = 400;

    @TempDir
    Path folder;

    private int sent;

    @Test
    void aFullDiskLeavesOnlyCompletePlansAndRecovers() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 320)) {
            Path link = TestDatabase.linkPrograms(disk.path());
            List<String> acknowledged = new ArrayList<>();
            try (var application = RunningApplication.start(disk.path(), Map.of())) {
                acknowledged.add(id(read(application)));
                Path ballast = disk.fill();
                HttpResponse<byte[]> answer = read(application);
                for (int n = 0; answer.statusCode() == 201 && n < MOST; n++) {
                    acknowledged.add(id(answer));
                    answer = read(application);
                }
                assertThat(answer.statusCode())
                        .as(new String(answer.body(), StandardCharsets.UTF_8))
                        .isIn(503, 507);
                Files.delete(ballast);
                application.awaitHealth();
                answer = read(application);
                assertThat(answer.statusCode()).isEqualTo(201);
                acknowledged.add(id(answer));

                assertThat(application.queryColumn("SELECT id FROM plan.actionplan_plan"))
                        .containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(application.queryColumn("""
                                SELECT DISTINCT (SELECT count(*) FROM plan.actionplan_action a WHERE a.plan = p.id)
                                FROM plan.actionplan_plan p
                                """)).containsExactly("120");
            }
            Files.delete(link);
        }
    }

    private HttpResponse<byte[]> read(RunningApplication application) throws Exception {
        return application.upload(
                "/api/v1/plans/import", null, "plan.txt", plan(++sent).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(201);
        return Json.parse(new String(answer.body(), StandardCharsets.UTF_8))
                .node()
                .path("id")
                .asString();
    }

    /** Four objectives, each of five means with six actions; the title differs, for a plan sent twice is created once. */
    private static String plan(int number) {
        StringBuilder text = new StringBuilder("Plan d’action " + number + "\n\n");
        for (int objective = 1; objective <= 4; objective++) {
            text.append("Objectif ").append(objective).append(" : Renforcer la solidarité, volet ");
            text.append(objective).append("\n\n");
            for (int means = 1; means <= 5; means++) {
                text.append(objective).append('.').append(means).append(" Rencontres de la région ");
                text.append(means).append("\n\n");
                for (int action = 1; action <= 6; action++) {
                    text.append("- Tenir la rencontre numéro ").append(action);
                    text.append(" avec les groupes du milieu et en faire le compte rendu.\n");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
