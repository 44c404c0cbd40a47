"""Serves moto, a pretend AWS, on the loopback interface, with a movable clock and a few answers moto lacks.

Run inside the environment pinned by requirements.txt: only the pin makes it safe to reach into moto's internals.
"""

import argparse
import datetime
import json
import os
import sys
import threading
import types
from urllib.parse import parse_qs

# Without these, every account owns a thousand foreign images and reads every other account's buckets.
os.environ["MOTO_EC2_LOAD_DEFAULT_AMIS"] = "false"
os.environ["MOTO_S3_ALLOW_CROSSACCOUNT_ACCESS"] = "false"
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "false")
os.environ.pop("MOTO_ACCOUNT_ID", None)

from moto.core import utils as moto_utils  # noqa: E402

REAL = datetime.datetime


class Moved(REAL):
    """The time of day as the estate sees it: no AWS call can date a resource back, so the clock is moved."""

    offset = datetime.timedelta()

    @classmethod
    def now(cls, tz=None):
        return REAL.now(tz) + cls.offset


def move_clock():
    """Puts the movable time where all of moto reads it, and leaves the standard library alone."""
    moved = types.ModuleType("datetime")
    moved.__dict__.update(vars(datetime))
    moved.datetime = Moved
    moto_utils.datetime = moved


move_clock()

from moto.backends import get_backend  # noqa: E402
from moto.core.responses import ActionResult, EmptyResult  # noqa: E402
from moto.ec2.responses import EC2Response  # noqa: E402
from moto.iam.models import AccessKeyLastUsed  # noqa: E402
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from moto.organizations import utils as organizations_utils  # noqa: E402


class Gaps:
    """EC2 answers that moto lacks or gets wrong. They report only what moto holds or was told.

    Each links the page of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ that describes the true answer, and has a
    test that shows moto wrong without it: when that test fails, moto has caught up and the gap goes.
    """

    enabled_regions = set()

    def gap(self, kind, default):
        return vars(self.ec2_backend).setdefault("hammer_gaps", {}).get(kind, default)

    def fill(self, kind, value):
        vars(self.ec2_backend).setdefault("hammer_gaps", {})[kind] = value
        return value

    def get_snapshot_block_public_access_state(self):
        """API_GetSnapshotBlockPublicAccessState.html"""
        return ActionResult({"State": self.gap("snapshots", "unblocked"), "ManagedBy": "account"})

    def enable_snapshot_block_public_access(self):
        """API_EnableSnapshotBlockPublicAccess.html"""
        return ActionResult({"State": self.fill("snapshots", self._get_param("State"))})

    def disable_snapshot_block_public_access(self):
        """API_DisableSnapshotBlockPublicAccess.html"""
        return ActionResult({"State": self.fill("snapshots", "unblocked")})

    def get_image_block_public_access_state(self):
        """API_GetImageBlockPublicAccessState.html"""
        return ActionResult({"ImageBlockPublicAccessState": self.gap("images", "unblocked"), "ManagedBy": "account"})

    def enable_image_block_public_access(self):
        """API_EnableImageBlockPublicAccess.html"""
        state = self.fill("images", self._get_param("ImageBlockPublicAccessState"))
        return ActionResult({"ImageBlockPublicAccessState": state})

    def disable_image_block_public_access(self):
        """API_DisableImageBlockPublicAccess.html"""
        return ActionResult({"ImageBlockPublicAccessState": self.fill("images", "unblocked")})

    def get_ebs_default_kms_key_id(self):
        """API_GetEbsDefaultKmsKeyId.html"""
        return ActionResult({"KmsKeyId": self.ec2_backend.default_kms_key_id or "alias/aws/ebs"})

    def modify_snapshot_attribute(self):
        """API_ModifySnapshotAttribute.html: the structured form is answered with success, and nothing changes."""
        structured = self._get_param("CreateVolumePermission")
        if not structured:
            return super(EC2Response, self).modify_snapshot_attribute()
        self.error_on_dryrun()
        for operation, change in (
            ("Add", self.ec2_backend.add_create_volume_permission),
            ("Remove", self.ec2_backend.remove_create_volume_permission),
        ):
            entries = structured.get(operation, [])
            change(
                self._get_param("SnapshotId"),
                user_ids=[entry["UserId"] for entry in entries if "UserId" in entry],
                groups=[entry["Group"] for entry in entries if "Group" in entry],
            )
        return EmptyResult()

    def describe_snapshots(self):
        """API_DescribeSnapshots.html: owners and restorers are ignored, so every snapshot looks public."""
        answer = super(EC2Response, self).describe_snapshots()
        me = self.current_account
        owners = {me if owner == "self" else owner for owner in self._get_param("OwnerIds", [])}
        restorers = {me if user == "self" else user for user in self._get_param("RestorableByUserIds", [])}

        def wanted(snapshot):
            granted = {snapshot.owner_id} | snapshot.create_volume_permission_groups
            granted |= snapshot.create_volume_permission_userids
            return (not owners or snapshot.owner_id in owners) and (not restorers or bool(granted & restorers))

        return ActionResult({"Snapshots": [it for it in answer.result["Snapshots"] if wanted(it)]})

    def describe_regions(self):
        """API_DescribeRegions.html: all regions of all partitions are listed, filters and AllRegions are ignored."""
        everything = super(EC2Response, self).describe_regions().result["Regions"]
        names, filters = self._get_param("RegionNames", []), self._filters_from_querystring()

        def row(region):
            free = region.opt_in_status == "opt-in-not-required"
            enabled = region.name in Gaps.enabled_regions
            status = ("opt-in-not-required" if free else "opted-in") if enabled else "not-opted-in"
            return {"RegionName": region.name, "Endpoint": region.endpoint, "OptInStatus": status}

        def wanted(it):
            hidden = it["OptInStatus"] == "not-opted-in" and not (self._get_bool_param("AllRegions") or names)
            return not hidden and all(
                it[{"opt-in-status": "OptInStatus", "region-name": "RegionName", "endpoint": "Endpoint"}[name]] in values
                for name, values in filters.items()
            )

        return ActionResult({"Regions": [it for it in map(row, everything) if wanted(it)]})


class Controls:
    """Answers the calls of the program that owns this server: unsigned, so no AWS request is ever taken for one."""

    def __init__(self, aws, token, regions):
        self.aws, self.token, self.note, self.regions = aws, token, "", regions
        self.calls = {
            "/accounts": self.accounts,
            "/clock": self.clock,
            "/hello": self.hello,
            "/key": self.key,
            "/note": self.keep,
            "/regions": self.enable,
        }
        self.next_accounts, self.any_account = [], organizations_utils.make_random_account_id
        organizations_utils.make_random_account_id = self.account
        self.fresh()

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        if path == "/moto-api/reset" and environ["REQUEST_METHOD"] == "POST":
            self.fresh()
        control = None if "HTTP_AUTHORIZATION" in environ else self.calls.get(path)
        if control is None:
            return self.aws(environ, start_response)
        try:
            query = {name: values[-1] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
            status, answer = "200 OK", control(query, environ)
        except Exception as problem:  # the caller must learn what is wrong with its call
            status, answer = "400 Bad Request", {"problem": repr(problem)}
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    def fresh(self):
        self.note, Moved.offset, Gaps.enabled_regions = "", datetime.timedelta(), set(self.regions)

    def account(self):
        return self.next_accounts.pop(0) if self.next_accounts else self.any_account()

    def accounts(self, query, environ):
        """Says which ids the next accounts of an organization get; AWS gives random ones."""
        self.next_accounts = query["ids"].split(",")
        return self.next_accounts

    def hello(self, query, environ):
        return {"token": self.token, "pid": os.getpid()}

    def clock(self, query, environ):
        Moved.offset = datetime.timedelta(days=float(query.get("days", 0)), seconds=float(query.get("seconds", 0)))
        return {"now": moto_utils.utcnow().isoformat()}

    def enable(self, query, environ):
        Gaps.enabled_regions = set(query["names"].split(","))
        return sorted(Gaps.enabled_regions)

    def keep(self, query, environ):
        if environ["REQUEST_METHOD"] == "POST":
            self.note = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        return self.note

    def key(self, query, environ):
        key = get_backend("iam")[query["account"]]["aws"].access_keys[query["id"]]
        if "created" in query:
            key.create_date = instant(query["created"])
        if "used" in query:
            key.last_used = AccessKeyLastUsed(instant(query["used"]), query.get("service", "s3"), query.get("region", "us-east-1"))
        return {"created": key.create_date.isoformat()}


def instant(text):
    return REAL.fromisoformat(text).astimezone(datetime.timezone.utc).replace(tzinfo=None)


def end_with_parent():
    """Ends this process when standard input does, so even a killed owner leaves nothing behind."""
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def main():
    parser = argparse.ArgumentParser(description="A pretend AWS on this machine.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--regions", default="eu-west-1,us-east-1", help="the enabled ones")
    parser.add_argument("--detach", action="store_true", help="live on when the owner ends")
    parser.add_argument("--without-gaps", action="store_true", help="plain moto, to see what it still gets wrong")
    options = parser.parse_args()
    if options.detach:
        os.setsid()
    else:
        threading.Thread(target=end_with_parent, daemon=True).start()
    if not options.without_gaps:
        for name, method in vars(Gaps).items():
            if isinstance(method, types.FunctionType) or name == "enabled_regions":
                setattr(EC2Response, name, method)

    from waitress.server import create_server

    aws = DomainDispatcherApplication(create_backend_app)
    controls = Controls(aws, os.environ.get("HAMMER_EMULATOR_TOKEN", ""), options.regions.split(","))
    server = create_server(controls, host="127.0.0.1", port=options.port, threads=8, connection_limit=1000)
    print(f"ready {server.effective_port}", flush=True)
    os.dup2(2, 1)  # whoever read the line may go away
    server.run()


if __name__ == "__main__":
    main()
