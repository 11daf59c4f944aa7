package org.convergence.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Measures the reading of a calendar of 50,000 entries within the application's memory. */
record LargeCalendarBench(BenchInstallation installation, HttpVisitor visitor) {

    private static final int ENTRIES = 50_000;
    private static final int DAYS = 60;
    private static final String PLACE = "/plan/calendar";
    private static final String CONNECT = PLACE + "/connect";
    private static final double BAR = 30_000;

    void measure(BenchReport findings) throws Exception {
        String what = "import of a calendar of 50,000 entries";
        if (!visitor.exists(CONNECT)) {
            findings.addMissing(what, "not there yet");
            return;
        }
        Map<String, String> fields = Map.of("_csrf", token(), "address", "", "name", "Bench");
        MultipartUpload calendar = new MultipartUpload(fields, "agenda.ics", ics().getBytes(StandardCharsets.UTF_8));
        long begin = System.nanoTime();
        calendar.send(visitor, CONNECT, Map.of());
        double time = (System.nanoTime() - begin) / 1_000_000.0;
        String id = installation
                .database()
                .queryValue(
                        "SELECT id FROM plan.calendar_source WHERE name = 'Bench' ORDER BY connected_at DESC LIMIT 1");
        String kept = installation
                .database()
                .queryValue("SELECT count(*) FROM plan.calendar_entry WHERE source = '" + id + "'");
        new MultipartUpload(Map.of("_csrf", token()), "none", new byte[0])
                .send(visitor, PLACE + "/" + id + "/remove", Map.of());
        findings.add(what, BenchReport.ms(time), kept + " entries kept, with 256 MB", "< 30 s", time < BAR);
    }

    private String token() throws Exception {
        return visitor.read(CONNECT).select("main input[name=_csrf]").val();
    }

    private static String ics() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS / 2);
        StringBuilder ics = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//bench//FR\r\n");
        for (int i = 0; i < ENTRIES; i++) {
            String day = first.plusDays(i % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
            ics.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("@bench.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:")
                    .append(day)
                    .append("T140000Z\r\nDTEND:")
                    .append(day)
                    .append("T150000Z\r\nSUMMARY:Rencontre no ")
                    .append(i)
                    .append("\r\nEND:VEVENT\r\n");
        }
        return ics.append("END:VCALENDAR\r\n").toString();
    }
}
