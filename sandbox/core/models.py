"""The sandbox's database: accounts, drafts, dossiers and everything that hangs on a dossier."""

from __future__ import annotations

from django.db import models


class Account(models.Model):
    """A citizen known through the identity provider. `subject` is the provider's stable id (TechID)."""

    subject = models.CharField(max_length=64, unique=True)
    full_name = models.CharField(max_length=200)
    identity_number = models.CharField(max_length=12)
    birth_date = models.CharField(max_length=10)
    gender = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=15, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)


class Officer(models.Model):
    username = models.CharField(max_length=50, unique=True)
    password = models.CharField(max_length=200)  # django.contrib.auth.hashers
    full_name = models.CharField(max_length=200)
    title = models.CharField(max_length=100, default="Chuyên viên")
    failures = models.PositiveSmallIntegerField(default=0)  # wrong passwords in a row
    locked_until = models.DateTimeField(null=True)


class Draft(models.Model):
    """A form being filled: one open draft per account and procedure."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    procedure = models.CharField(max_length=40)
    values = models.JSONField(default=dict)  # field name → text
    updated = models.DateTimeField(auto_now=True)
    submitted = models.BooleanField(default=False)


class Serial(models.Model):
    """The last number given in a numbering, e.g. of a day's dossiers or of receipts."""

    name = models.CharField(max_length=40, unique=True)
    last = models.PositiveIntegerField(default=0)


class Dossier(models.Model):
    code = models.CharField(max_length=60, unique=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    procedure = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    status = models.PositiveSmallIntegerField(default=1)  # 1–10, national list
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)  # end of processing (9)
    returned_at = models.DateTimeField(null=True)  # result given (10)
    refused_at = models.DateTimeField(null=True)
    is_test = models.BooleanField(default=True)


class Supplement(models.Model):
    """What an officer asked to be added, and when the applicant answered."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="supplements")
    words = models.TextField()  # what is asked for
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    due_before = models.DateTimeField(null=True)
    due_after = models.DateTimeField(null=True)


class Reappointment(models.Model):
    """A letter of apology with its new appointment."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="reappointments")
    reason = models.TextField()
    at = models.DateTimeField()
    due_before = models.DateTimeField(null=True)
    due_after = models.DateTimeField()


class Talk(models.Model):
    """One message between officer and applicant."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="talks")
    by = models.CharField(max_length=200)
    from_officer = models.BooleanField()
    text = models.TextField()
    at = models.DateTimeField()


class Upload(models.Model):
    """A file of a draft, then of the dossier that the draft became."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="uploads")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True, related_name="uploads")
    supplement = models.ForeignKey(Supplement, on_delete=models.CASCADE, null=True, related_name="uploads")
    component = models.CharField(max_length=40)  # component code, e.g. KQ003984; empty: added later
    file_name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)


class StatusChange(models.Model):
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="history")
    status = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    unit = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    told = models.BooleanField(default=False)  # a progress row for the national portal is written


class FeeLine(models.Model):
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="fees")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    amount = models.PositiveBigIntegerField()  # đồng


class Payment(models.Model):
    """One order at the gateway. state: pending | paid | failed | cancelled."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="payments")
    txn_ref = models.CharField(max_length=40, unique=True)
    amount = models.PositiveBigIntegerField()  # đồng
    state = models.CharField(max_length=12, default="pending")
    response_code = models.CharField(max_length=4, blank=True)
    created_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)  # the payer's browser came back claiming success
    queried_at = models.DateTimeField(null=True)
    queries = models.PositiveSmallIntegerField(default=0)


class Refund(models.Model):
    """Money given back through the gateway. state: pending | asked (the gateway took it) | refused."""

    payment = models.OneToOneField(Payment, on_delete=models.CASCADE, related_name="refund")
    amount = models.PositiveBigIntegerField()  # đồng
    reason = models.CharField(max_length=300)
    state = models.CharField(max_length=12, default="pending")
    at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)


class Paper(models.Model):
    """A document that the system issued.

    kind: slip | receipt | result | supplement (form 02) | refusal (form 03) | stop | apology (form 04).
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=12)
    number = models.CharField(max_length=40)  # result: <mã hồ sơ>-KQ1; receipt: serial number
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100, default="application/pdf")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()


class Notice(models.Model):
    """A message shown in the applicant's account."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="notices")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True)
    text = models.CharField(max_length=500)
    at = models.DateTimeField()


class Outbox(models.Model):
    """Something to deliver in the background. channel: mail | national."""

    channel = models.CharField(max_length=10)
    payload = models.JSONField()
    at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)
    last_error = models.CharField(max_length=300, blank=True)  # kept after a later attempt went well


class Rating(models.Model):
    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="rating")
    level = models.CharField(max_length=40)
    at = models.DateTimeField()


class Feedback(models.Model):
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    text = models.TextField()
    at = models.DateTimeField()
