package io.lotwire.gateway;

import io.lotwire.setting.Allowed;
import io.lotwire.setting.Setting;
import io.lotwire.setting.SettingGroup;
import io.lotwire.setting.SettingInForce;
import io.lotwire.setting.SettingReader;
import java.time.Duration;
import java.util.List;

/** Settings of Quarkus that an operator may want; all others of its own work too. */
final class QuarkusSettings {
    /** Each request that is under way holds a thread. */
    static final Setting<Duration> READ_TIMEOUT = Setting.of(
                    "QUARKUS_HTTP_READ_TIMEOUT",
                    Allowed.span(),
                    "30S",
                    "How long the body of a request may pause, its first byte included.")
            .byProperty("quarkus.http.read-timeout");

    /** Longer than the largest message takes to be unwrapped. */
    static final Setting<Duration> IDLE_TIMEOUT = Setting.of(
                    "QUARKUS_HTTP_IDLE_TIMEOUT",
                    Allowed.span(),
                    "5M",
                    "How long a connection may be silent, with a request or without.")
            .byProperty("quarkus.http.idle-timeout");

    static final Setting<Boolean> BEHIND_PROXY = Setting.of(
                    "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                    Allowed.flag(),
                    "false",
                    "Whether a proxy tells whose address a request comes from.")
            .byProperty("quarkus.http.proxy.proxy-address-forwarding");

    private static final Setting<Boolean> JSON = Setting.of(
                    "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                    Allowed.flag(),
                    "false",
                    "Whether each line of the log on the console is a JSON object.")
            .byProperty("quarkus.log.console.json.enabled");

    static final SettingGroup LOG = SettingGroup.of("Log", JSON);

    private static final List<Setting<?>> ALL = List.of(READ_TIMEOUT, IDLE_TIMEOUT, BEHIND_PROXY, JSON);

    private QuarkusSettings() {}

    /** Notes those that are wrong, before Quarkus would say so in its own way. */
    static void check(SettingReader settings) {
        ALL.forEach(settings::value);
    }

    /** Tells Quarkus of them: it does not know what is usual here. */
    static void configure(List<SettingInForce> inForce) {
        inForce.stream()
                .filter(each -> ALL.contains(each.setting()))
                .forEach(each -> System.setProperty(each.setting().property(), each.value()));
    }
}
