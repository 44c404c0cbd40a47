package dev.hammer.checks;

import dev.hammer.core.check.Scope;
import java.util.List;
import java.util.function.Function;

/**
 * The probes for every call of one service.
 *
 * @param in makes them for an account and region; nothing is sent yet
 */
public record ServiceProbes(String service, Scope scope, Function<Prober, List<Probe>> in) {}
