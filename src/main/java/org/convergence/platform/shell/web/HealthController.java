package org.convergence.platform.shell.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.ShellPermissions;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells monitoring whether the server works, and administrators its metrics. */
@Controller
record HealthController(Map<String, HealthContributor> parts, MeterRegistry meters) {

    @Open("A watcher has no account; it learns up or down, part by part, and nothing else")
    @GetMapping("/health")
    @ResponseBody
    ResponseEntity<Map<String, Object>> health() {
        Map<String, String> states = new TreeMap<>();
        parts.forEach((name, part) -> states.put(shortName(name), isUp(part) ? "UP" : "DOWN"));
        boolean up = states.values().stream().allMatch("UP"::equals);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? "UP" : "DOWN");
        body.put("parts", states);
        return ResponseEntity.status(up ? 200 : 503).body(body);
    }

    @Requires(ShellPermissions.WATCH)
    @GetMapping("/health/metrics")
    @ResponseBody
    Map<String, Map<String, Double>> metrics() {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        meters.forEachMeter(meter -> {
            Map<String, Double> values = new TreeMap<>();
            meter.measure().forEach(one -> values.put(one.getStatistic().getTagValueRepresentation(), one.getValue()));
            StringBuilder name = new StringBuilder(meter.getId().getName());
            meter.getId()
                    .getTags()
                    .forEach(tag ->
                            name.append(' ').append(tag.getKey()).append('=').append(tag.getValue()));
            all.put(name.toString(), values);
        });
        return all;
    }

    private static boolean isUp(HealthContributor part) {
        if (part instanceof CompositeHealthContributor several) {
            return several.stream().allMatch(one -> isUp(one.contributor()));
        }
        Health health = part instanceof HealthIndicator one ? one.health(false) : null;
        return health != null && health.getStatus().equals(Status.UP);
    }

    private static String shortName(String bean) {
        return bean.replace("HealthContributor", "").replace("HealthIndicator", "");
    }
}
